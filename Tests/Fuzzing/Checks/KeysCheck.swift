import ModelBrowser

/// Bytes from a terminal, in one read and in several.
struct KeysCheck {
  private let seed: UInt8
  private let bytes: ArraySlice<UInt8>

  /// The first byte decides how the rest is split into reads.
  init(_ input: [UInt8]) {
    seed = input.first ?? 1
    bytes = input.dropFirst()
  }

  func run() throws(Fault) {
    var decoder = KeyDecoder()
    let inputs = decoder.feed(bytes)
    try require(!decoder.isPasting || decoder.isPending, "a paste that is not pending")
    let rest = decoder.flush()
    try require(!decoder.isPending && !decoder.isPasting, "pending after the time was over")
    try require(
      decoder.feed([UInt8(ascii: "q")]) == [.key(.character("q"))],
      "the next key is not itself")
    for input in inputs + rest { try check(input) }
    try checkParts(inputs + rest)
    // Each visible ASCII character is its own key.
    if bytes.allSatisfy({ (0x20...0x7E).contains($0) }) {
      let keys = bytes.map { TerminalInput.key(.character(Character(Unicode.Scalar($0)))) }
      try require(inputs == keys, "ordinary letters are other keys")
    }
  }

  private func checkParts(_ whole: [TerminalInput]) throws(Fault) {
    var single = KeyDecoder()
    var inputs = bytes.flatMap { single.feed([$0]) }
    inputs += single.flush()
    try require(inputs == whole, "byte by byte there are other keys")
    var decoder = KeyDecoder()
    inputs = []
    var rest = bytes
    var length = Int(seed % 7)
    while !rest.isEmpty {
      inputs += decoder.feed(rest.prefix(length))
      rest = rest.dropFirst(length)
      length = (length * 5 + Int(seed)) % 11 + 1
    }
    inputs += decoder.flush()
    try require(inputs == whole, "in parts there are other keys")
  }

  private func check(_ input: TerminalInput) throws(Fault) {
    switch input {
    case .key(.character(let character)), .key(.alt(let character)):
      try require(
        !character.unicodeScalars.contains { Self.isControl($0) }, "a control as a letter")
    case .key(.control(let character)):
      let known = "@abcdefgklnopqrstuvwxyz\\]^_"
      try require(known.contains(character), "an unknown control key \(character)")
    case .key(.function(let number)):
      try require((1...20).contains(number), "a function key \(number)")
    case .key: break
    case .paste(let text):
      try require(
        !text.unicodeScalars.contains { Self.isControl($0) },
        "a control in a paste: \(text.debugDescription)")
      try require(
        text.unicodeScalars.count <= KeyDecoder.pasteLimit, "a paste beyond the limit")
    case .mouse(let mouse):
      try require(
        (0..<100_000).contains(mouse.row) && (0..<100_000).contains(mouse.column),
        "a mouse at \(mouse.row), \(mouse.column)")
    }
  }

  private static func isControl(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.generalCategory == .control
  }
}
