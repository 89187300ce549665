import Foundation
import Testing

@testable import ModelRegistry

struct BodyKindTests {
  private func complaint(_ body: [UInt8]) -> String? {
    do throws(ProviderError) {
      _ = try OpenRouterPayload.listing(from: Data(body))
      return nil
    } catch {
      return error.summary
    }
  }

  @Test(
    arguments: [
      ([0x1F, 0x8B, 8, 0, 0], "it is compressed by gzip: unpack it first"),
      ([0x28, 0xB5, 0x2F, 0xFD, 4], "it is compressed by zstd: unpack it first"),
      ([0x50, 0x4B, 3, 4, 20], "it is a zip archive: unpack it first"),
      (Array("  <!DOCTYPE html><html>".utf8), "it is a web page"),
      (Array("<?xml version='1.0'?><Error/>".utf8), "it is XML"),
      (
        Array("upstream connect error\nmore".utf8),
        "it is text that begins “upstream connect error”"
      ),
      (Array("not found".utf8), "it is text that begins “not found”"),
      (Array("null".utf8), "it has no `data` array"), (Array("".utf8), "it is empty"),
      (Array(#"{"detail":"Not Found"}"#.utf8), "it is an answer of another kind: Not Found"),
      (
        Array(#"{"message":"no Route\u001b[2J matched"}"#.utf8),
        "it is an answer of another kind: no Route[2J matched"
      ),
      (
        Array(#"{"type":"about:blank","title":"Forbidden","status":403}"#.utf8),
        "it is an answer of another kind: Forbidden"
      ),
      (Array(#"{"models":[{"name":"llama3"}]}"#.utf8), "it has no `data` array"),
      ([0xC0, 0xC1, 0xFF], "it is not text"),
    ] as [([UInt8], String)])
  func `a body that is no list is called what it looks like`(body: [UInt8], words: String) {
    #expect(complaint(body) == "OpenRouter's answer is no model list: \(words)")
  }
}
