/// Finds the ids of an index in the bytes of a text, in one pass.
///
/// A word is a run of the letters that ids and their prefixes have. Most words are left by their
/// first four bytes, so the time hardly depends on how many ids there are.
package struct LintScanner: Sendable {
  /// A comment on a line that silences it.
  package static let pragma = "modeldex: ignore"

  private let index: LintIndex
  /// The classes of bytes: 0 ends a word, others are part of one.
  private let classes: [UInt8]
  /// By ``head(_:)``: the beginnings of words with a slash or a colon, and of other words.
  private let routedHeads: [Bool]
  private let bareHeads: [Bool]

  private static let part: UInt8 = 1
  private static let separator: UInt8 = 2

  package init(_ index: LintIndex) {
    self.index = index
    var classes = [UInt8](repeating: 0, count: 256)
    for byte in UInt8(ascii: "0")...UInt8(ascii: "9") { classes[Int(byte)] = Self.part }
    for byte in UInt8(ascii: "a")...UInt8(ascii: "z") {
      classes[Int(byte)] = Self.part
      classes[Int(byte ^ 0x20)] = Self.part
    }
    for byte in "-._~@".utf8 { classes[Int(byte)] = Self.part }
    for byte in "/:".utf8 { classes[Int(byte)] = Self.separator }
    self.classes = classes
    let names = index.names
    routedHeads = Self.heads(of: names.routed + LintRoute.prefixes.map(\.text))
    bareHeads = Self.heads(of: names.core + LintRoute.prefixes.map(\.text))
  }

  /// The findings in order; `text` is UTF-8 or anything else in which ASCII stands for itself.
  package func matches(in text: UnsafeRawBufferPointer) -> [LintMatch] {
    let text = text.bindMemory(to: UInt8.self)
    var matches: [LintMatch] = []
    var lines = LineCounter()
    var position = 0
    classes.withUnsafeBufferPointer { classes in
      while position < text.count {
        guard classes[Int(text[position])] != 0 else {
          position += 1
          continue
        }
        let start = position
        var kinds: UInt8 = 0
        while position < text.count {
          let kind = classes[Int(text[position])]
          guard kind != 0 else { break }
          kinds |= kind
          position += 1
        }
        let heads = kinds & Self.separator == 0 ? bareHeads : routedHeads
        guard heads[Self.head(text, start..<position)],
          let found = judge(start..<position, of: text), !isIgnored(found.bytes, in: text)
        else { continue }
        let place = lines.place(of: found.bytes.lowerBound, in: text)
        matches.append(
          LintMatch(
            bytes: found.bytes, line: place.line, column: place.column, verdict: found.verdict))
      }
    }
    return matches
  }

  package func matches(in text: [UInt8]) -> [LintMatch] { text.withUnsafeBytes(matches) }

  private typealias Found = (bytes: Range<Int>, verdict: LintVerdict)

  /// What is said about one word.
  private func judge(_ range: Range<Int>, of text: UnsafeBufferPointer<UInt8>) -> Found? {
    // A sentence may end after an id, and a list of keys have a colon there.
    var range = range
    while let last = range.last, [UInt8(ascii: "."), UInt8(ascii: ":")].contains(text[last]) {
      range.removeLast()
    }
    let word = String(decoding: text[range], as: UTF8.self)
    if let found = index.routed(word) {
      return (range.prefix(found.length), found.verdict)
    }
    for (prefix, route) in LintRoute.prefixes where text[range].starts(with: prefix.utf8) {
      let rest = range.dropFirst(prefix.utf8.count)
      let name = String(decoding: text[rest], as: UTF8.self)
      switch route {
      case .router:
        guard let found = index.routed(name) else { return nil }
        return (rest.prefix(found.length), found.verdict)
      case .maker: return core(name, rest)
      case .bedrock:
        let id = name.replacing(/-v[0-9]+(:[0-9]+)?$/, with: "")
        return index.coreName(id).map { (rest.prefix(id.utf8.count), .bedrock(of: $0.id)) }
      }
    }
    if word.contains("@") { return core(word, range) }
    // A short bare name is an ordinary word elsewhere.
    guard let found = core(word, range), LintKey.precedes(range.lowerBound, in: text) else {
      return nil
    }
    return found
  }

  /// A core model by its maker's name, or by Vertex's, which ends with `@` and a date.
  private func core(_ name: String, _ range: Range<Int>) -> Found? {
    let bare = name.prefix { $0 != "@" }
    return index.coreName(bare)?.verdict.map { (range.prefix(bare.utf8.count), $0) }
  }

  private func isIgnored(_ range: Range<Int>, in text: UnsafeBufferPointer<UInt8>) -> Bool {
    let start = LintKey.lineStart(before: range.lowerBound, in: text)
    let rest = text[range.upperBound...].prefix(LintKey.lineLimit)
    let end = rest.firstIndex(of: UInt8(ascii: "\n")) ?? rest.endIndex
    return String(decoding: text[start..<end], as: UTF8.self).contains(Self.pragma)
  }

  // MARK: - Beginnings

  private static func heads(of names: [String]) -> [Bool] {
    var heads = [Bool](repeating: false, count: 1 << 16)
    for name in names {
      Array(name.utf8).withUnsafeBufferPointer { heads[head($0, 0..<$0.count)] = true }
    }
    return heads
  }

  /// A number below 65,536 from the first four bytes, in which a dot counts as a hyphen.
  private static func head(_ text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Int {
    var bits: UInt32 = 0
    for position in range.prefix(4) {
      let byte = text[position]
      bits = bits << 8 | UInt32(byte == UInt8(ascii: ".") ? UInt8(ascii: "-") : byte)
    }
    return Int((bits &* 0x9E37_79B1) >> 16)
  }
}

/// Counts lines and columns as far as they are asked for, each byte once.
private struct LineCounter {
  private var line = 1
  private var column = 1
  private var counted = 0

  mutating func place(
    of position: Int, in text: UnsafeBufferPointer<UInt8>
  ) -> (line: Int, column: Int) {
    for byte in text[counted..<position] {
      if byte == UInt8(ascii: "\n") {
        (line, column) = (line + 1, 1)
      } else if byte & 0xC0 != 0x80 {
        // Bytes 10xxxxxx continue a scalar.
        column += 1
      }
    }
    counted = position
    return (line, column)
  }
}
