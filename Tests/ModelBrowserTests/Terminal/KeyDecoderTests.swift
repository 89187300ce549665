import Support
import Testing

@testable import ModelBrowser

/// Inputs as short text, so that a table can be read: `up`, `a`, `^c`, `M-x`, `F5`, `"pasted"`.
private func names(_ inputs: [TerminalInput]) -> String {
  inputs.map { input in
    switch input {
    case .paste(let text): "\"\(text)\""
    case .mouse(let mouse): "\(mouse.kind)@\(mouse.row),\(mouse.column)"
    case .key(.character(let character)): "\(character)"
    case .key(.control(let character)): "^\(character)"
    case .key(.alt(let character)): "M-\(character)"
    case .key(.function(let number)): "F\(number)"
    case .key(let key): "\(key)"
    }
  }.joined(separator: " ")
}

private func decoded(_ parts: [[UInt8]]) -> String {
  var decoder = KeyDecoder()
  let inputs = parts.flatMap { decoder.feed($0) }
  return names(inputs + decoder.flush())
}

@Suite struct KeyDecoderTests {
  /// What is sent (ESC as `␛`), and what it is.
  static let table: [(sent: String, keys: String)] = [
    ("aZ é 漢😀", "a Z   é   漢 😀"),
    ("\t\r\n\u{7F}\u{8}", "tab enter enter backspace backspace"),
    ("\u{1}\u{3}\u{1A}\u{0}\u{1F}", "^a ^c ^z ^@ ^_"),
    ("␛", "escape"),
    ("␛␛", "escape escape"),
    ("␛x␛é␛3", "M-x M-é M-3"),
    ("␛\r", "escape enter"),
    ("␛\u{7F}", "^w"),
    ("␛[A␛[B␛[C␛[D", "up down right left"),
    ("␛OA␛OB␛OC␛OD", "up down right left"),
    ("␛[1;5A␛[1;2C␛[1;3D␛[a", "up right left up"),
    ("␛[1;5D␛[1;5C␛Od␛Oc", "controlLeft controlRight controlLeft controlRight"),
    ("␛[32;2u␛[127;2u␛[97:65;2u␛[27;2;65~␛[27u␛[119;5u␛[99;5u", "  backspace A A escape ^w ^c"),
    ("␛[13;2u␛[9;2u␛[9;5u␛[127;5u␛[127;3u␛[13;5u", "enter backTab tab ^w ^w enter"),
    ("␛[27;5;119~␛[27;6;87~␛[27;2;32~␛[27;5;13~", "^w ^w   enter"),
    ("␛[49;5u␛[97;3u␛[97;33u␛[97;4u␛[98;7u", "1 M-a M-a M-A ^b"),
    ("␛[113;1u␛[113;65u␛[113;66u␛[233;2u␛[228u", "q Q q É ä"),
    ("␛[105;5u␛[91;5u␛[32;5u␛[47;5u", "tab escape ^@ /"),
    ("␛[97;1:3u␛[97;1:2u␛[97;1:1u", "a a"),
    ("␛[97;9u␛[97;17u␛[57358u␛[57441;2u␛[u␛[0;5u", ""),
    ("␛[57399u␛[57409u␛[57414u␛[57417;5u␛[57419u", "0 . enter controlLeft up"),
    ("␛[H␛[F␛OH␛OF␛[1;5H", "home end home end home"),
    ("␛[1~␛[4~␛[7~␛[8~", "home end home end"),
    ("␛[2~␛[3~␛[5~␛[6~␛[3;5~␛[5^", "insert delete pageUp pageDown delete pageUp"),
    ("␛[Z␛[1;2Z", "backTab backTab"),
    ("␛OP␛OQ␛OR␛OS", "F1 F2 F3 F4"),
    ("␛[11~␛[15~␛[17~␛[21~␛[23~␛[24~␛[15;2~", "F1 F5 F6 F10 F11 F12 F5"),
    ("␛[[A␛[[E␛[1;2P", "F1 F5 F1"),
    ("␛OM␛Oj␛Op␛Oy", "enter * 0 9"),
    ("␛[<0;3;2M␛[<0;3;2m", "press@1,2 release@1,2"),
    ("␛[<64;1;1M␛[<65;10;20M␛[<68;1;1M", "wheelUp@0,0 wheelDown@19,9 wheelUp@0,0"),
    ("␛[<2;1;1Mx␛[<35;1;1M␛[<0;0;0M␛[<0;1M", "x"),
    ("␛[M !!x", "press@0,0 x"),
    ("␛[200~one\ttwo\r\nthree\nfour␛[201~x", "\"one two three four\" x"),
    ("␛[200~q␛[31m\u{7}\u{9B}é␛[201~", "\"q[31mé\""),
    ("␛[200~␛[20␛[201~", "\"[20\""),
    ("␛[200~never ended", "\"never ended\""),
    ("␛[201~x", "x"),
    ("␛[Ia␛[Ob␛[?1;2cc␛[12;40Rd", "a b c d"),
    ("␛[?2026;2$ya␛[>0;95;0cb␛[999~c␛[1;1;1;1uX", "a b c X"),
    ("␛]11;rgb:00/00/00\u{7}a␛]52;c;aGk=␛\\b", "a b"),
    ("␛P>|tmux 3.3a␛\\a␛_Gi=1;OK␛\\b␛^x␛\\c", "a b c"),
    ("␛]0;cut␛[Ax", "up x"),
    ("␛[", "M-["), ("␛O", "M-O"), ("␛]", "M-]"), ("␛P", "M-P"),
    ("␛[12", ""), ("␛]0;never ended", ""),
    ("␛[1\u{1B}[Ax", "up x"),
    ("\u{85}\u{9B}x", "x"),
  ]

  @Test(arguments: table) func `bytes become the keys that were pressed`(
    row: (sent: String, keys: String)
  ) {
    let bytes = Array(row.sent.replacing("␛", with: "\u{1B}").utf8)
    #expect(decoded([bytes]) == row.keys)
  }

  @Test(arguments: table) func `where the bytes are cut makes no difference`(
    row: (sent: String, keys: String)
  ) {
    let bytes = Array(row.sent.replacing("␛", with: "\u{1B}").utf8)
    for cut in bytes.indices {
      #expect(decoded([Array(bytes[..<cut]), Array(bytes[cut...])]) == row.keys, "at \(cut)")
    }
    #expect(decoded(bytes.map { [$0] }) == row.keys, "at every byte")
  }

  @Test(
    arguments: [
      ([0xFF, 0xC3, 0x28], "("), ([0xE2, 0x82, 0x61], "a"), ([0xC0, 0x80, 0x61], "a"),
      ([0xED, 0xA0, 0x80, 0x61], "a"), ([0xE0, 0x80, 0xAF, 0x61], "a"),
      ([0xF4, 0x90, 0x80, 0x80, 0x61], "a"), ([0x9B, 0x41], "A"), ([0xC3, 0x1B, 0x5B, 0x41], "up"),
    ] as [([UInt8], String)])
  func `bytes that are no UTF-8 are dropped and nothing after them`(
    bytes: [UInt8], keys: String
  ) {
    #expect(decoded([bytes]) == keys)
  }

  @Test func `a lone escape is pending until the time is over`() {
    var decoder = KeyDecoder()
    #expect(!decoder.isPending)
    #expect(decoder.feed([0x1B]).isEmpty)
    #expect(decoder.isPending)
    #expect(decoder.flush() == [.key(.escape)])
    #expect(!decoder.isPending)
    #expect(decoder.feed([0x5B, 0x41]) == [.key(.character("[")), .key(.character("A"))])
  }

  @Test func `half a letter waits for its other half as long as it takes`() {
    var decoder = KeyDecoder()
    #expect(decoder.feed([0xE6, 0xBC]).isEmpty)
    #expect(!decoder.isPending)
    #expect(decoder.flush().isEmpty)
    #expect(decoder.feed([0xA2]) == [.key(.character("漢"))])
  }

  @Test func `a paste is distinguished from a pending key`() {
    var decoder = KeyDecoder()
    _ = decoder.feed(Array("\u{1B}[200~half".utf8))
    #expect(decoder.isPending && decoder.isPasting)
    #expect(decoder.feed(Array(" done\u{1B}[201~".utf8)) == [.paste("half done")])
    #expect(!decoder.isPending && !decoder.isPasting)
  }

  @Test func `a paste is cut at its limit and the keys after it are whole`() {
    var decoder = KeyDecoder()
    let sent = "\u{1B}[200~" + String(repeating: "a", count: 250_000) + "\u{1B}[201~x"
    let inputs = decoder.feed(Array(sent.utf8))
    #expect(inputs.count == 2)
    #expect(inputs.first == .paste(String(repeating: "a", count: KeyDecoder.pasteLimit)))
    #expect(inputs.last == .key(.character("x")))
  }

  @Test(arguments: [
    "\u{1B}[200~never ended", "\u{1B}[200~", "\u{1B}]0;never ended", "\u{1B}P$q", "\u{1B}_G",
  ])
  func `a text that never ends can be abandoned, and an interrupt is read`(sent: String) {
    var decoder = KeyDecoder()
    _ = decoder.feed(Array(sent.utf8))
    decoder.abandonText()
    #expect(!decoder.isPending)
    #expect(decoder.feed([0x03]) == [.key(.control("c"))])
    _ = decoder.feed(Array("\u{1B}[200~new".utf8))
    #expect(decoder.feed(Array("\u{1B}[201~".utf8)) == [.paste("new")])
  }

  @Test func `an interrupt inside of a paste does not end it`() {
    #expect(decoded([Array("\u{1B}[200~a\u{3}q\u{1B}[201~".utf8)]) == "\"aq\"")
  }

  @Test(arguments: 0..<40) func `any bytes in any parts give the same and no crash`(seed: Int) {
    var random = SeededRandom(seed: UInt64(seed))
    // Mostly the bytes that sequences are made of, so that long ones come about.
    let likely = Array("\u{1B}\u{1B}\u{1B}[[O]P?<;0123456789~ABHMmZR$\\\u{7}éab".utf8)
    let bytes = (0..<3000).map { _ in
      random.next() % 4 == 0
        ? UInt8(truncatingIfNeeded: random.next())
        : likely[Int(random.next() % UInt64(likely.count))]
    }
    var parts: [[UInt8]] = []
    var rest = bytes[...]
    while !rest.isEmpty {
      let part = rest.prefix(Int(random.next() % 7))
      parts.append(Array(part))
      rest = rest.dropFirst(part.count)
    }
    #expect(decoded(parts) == decoded([bytes]))
  }
}
