import Testing

@testable import ModelRegistry

struct JSONReaderTests {
  @Test(arguments: [
    #"{"a":[1,-0,2.5e-3,"x",true,false,null,{}],"b":{"c":[]}}"#, " [ ] ", "\"\\u0000\"",
  ])
  func `valid JSON is stepped over whole`(text: String) throws {
    var reader = JSONReader([UInt8](text.utf8))
    try reader.skip()
    try reader.end()
  }

  @Test(arguments: [
    "", "{", "[1,]", "[1 2]", "{\"a\" 1}", "{\"a\":1,}", "{a:1}", "NaN", "[NaN]", "Infinity", "01",
    "-", "1.", "1e", ".5", "+1", "tru", "nul", "\"open", "\"\u{1}\"", "[1]x", "'a'", "[1}",
    "{}\u{FEFF}", "\u{FEFF}\u{FEFF}{}",
  ])
  func `what is not JSON is a syntax fault`(text: String) {
    let fault = #expect(throws: JSONReader.Fault.self) {
      var reader = JSONReader([UInt8](text.utf8))
      try reader.skip()
      try reader.end()
    }
    guard case .syntax = fault else {
      Issue.record("\(String(describing: fault))")
      return
    }
  }

  @Test
  func `nesting is followed to a depth of 64 and no further`() throws {
    for (depth, isReadable) in [(64, true), (65, false), (1_000_000, false)] {
      let text = String(repeating: "[", count: depth) + String(repeating: "]", count: depth)
      var reader = JSONReader([UInt8](text.utf8))
      #expect(((try? reader.skip()) != nil) == isReadable)
    }
  }

  @Test(arguments: [
    (#""plain""#, "plain"), (#""a\"b\\c\/d\b\f\n\r\t""#, "a\"b\\c/d\u{8}\u{C}\n\r\t"),
    (#""\u00e9\u4e2D""#, "é中"), (#""\ud83d\ude00!""#, "😀!"), (#""é 中 😀""#, "é 中 😀"),
  ])
  func `escapes stand for their letters`(json: String, text: String) throws {
    var reader = JSONReader([UInt8](json.utf8))
    #expect(try reader.string() == text)
  }

  @Test(arguments: [
    [UInt8](#""\ud83d""#.utf8), [UInt8](#""\ude00""#.utf8), [UInt8](#""\ud83d\u0041""#.utf8),
    [UInt8](#""\x""#.utf8), [UInt8](#""\u12""#.utf8), [0x22, 0xFF, 0x22], [0x22, 0xC3, 0x22],
    [0x22, 0xED, 0xA0, 0x80, 0x22],
  ])
  func `text that is not Unicode is a mismatch, and can be stepped over`(json: [UInt8]) throws {
    var reader = JSONReader(json)
    #expect(throws: JSONReader.Fault.mismatch("a text is not valid Unicode")) {
      _ = try reader.string()
    }
    var another = JSONReader(json)
    try another.skip()
    try another.end()
  }

  @Test
  func `a value of another kind is a mismatch that names both`() {
    var reader = JSONReader([UInt8]("[1]".utf8))
    #expect(throws: JSONReader.Fault.mismatch("an array where a string belongs")) {
      _ = try reader.string()
    }
  }

  @Test
  func `every beginning of a body ends without a crash`() {
    let body = [UInt8](#"{"a":[1.5e3,"\u00e9",{"b":null}],"c":true}"#.utf8)
    for length in 0..<body.count {
      var reader = JSONReader(Array(body[..<length]))
      #expect(throws: JSONReader.Fault.self) { try reader.skip() }
    }
  }
}
