import Testing

@testable import ModelServer

struct GzipTests {
  @Test func `equal bytes give equal bytes`() throws {
    let text = [UInt8](String(repeating: "anthropic/claude-opus-5 ", count: 1000).utf8)
    let once = try #require(Gzip.compress(text))
    #expect(once == Gzip.compress(text))
    #expect(once.prefix(2) == [0x1F, 0x8B])
    #expect(once.count < text.count / 50)
  }
}
