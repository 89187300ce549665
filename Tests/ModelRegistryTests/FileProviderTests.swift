import Foundation
import ModelCatalog
import Support
import Testing

@testable import ModelRegistry

struct FileProviderTests {
  private let directory: TemporaryDirectory

  init() throws { directory = try TemporaryDirectory() }

  private func provider(_ name: String, limit: Int = 1_000_000) throws -> FileProvider {
    try #require(FileProvider(upstream: try Upstream("\(directory.path)/\(name)"), limit: limit))
  }

  @Test
  func `a saved body is read, and read again`() async throws {
    let provider = try provider("a.json")
    try ListingBody.of(["a/one"]).write(to: directory.url("a.json"))
    #expect(try await provider.models().models.map(\.id) == ["a/one"])
    try ListingBody.of(["a/two"]).write(to: directory.url("a.json"))
    #expect(try await provider.models().models.map(\.id) == ["a/two"])
  }

  @Test
  func `a file that cannot be read is said so`() async throws {
    try FileManager.default.createDirectory(
      at: directory.url("folder"), withIntermediateDirectories: true)
    #expect(mkfifo("\(directory.path)/pipe", 0o600) == 0)
    for (name, reason) in [
      ("none", "no such file or directory"), ("folder", "not a regular file"),
      ("pipe", "not a regular file"),
    ] {
      let provider = try provider(name)
      await #expect(
        throws: ProviderError.unreachable("\(directory.path)/\(name): \(reason)")
      ) { try await provider.models() }
    }
  }

  @Test
  func `a file over the limit is refused`() async throws {
    let body = ListingBody.of(["a/one"])
    try body.write(to: directory.url("a.json"))
    _ = try await provider("a.json", limit: body.count).models()
    let provider = try provider("a.json", limit: body.count - 1)
    await #expect(throws: ProviderError.tooLarge(limit: body.count - 1)) {
      try await provider.models()
    }
  }
}
