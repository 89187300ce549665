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
      await #expect(throws: ProviderError.unreachable(reason)) { try await provider.models() }
    }
  }

  @Test
  func `an error about a file has the file's name`() async throws {
    let provider = try provider("a.json", limit: 3_000_000)
    let registry = ModelRegistry(core: [], provider: provider, cache: nil)
    let file = "\(directory.path)/a.json"
    let body = { ListingBody.of(ListingBody.ids($0)) }
    for (content, sentence) in [
      (nil, "\(file) cannot be read: no such file or directory"),
      (Data("<p>".utf8), "\(file) is no model list: it is a web page"),
      (
        ListingBody.of(["a\n"]),
        "\(file) is no model list: none of its rows can be read: its id "
          + "has characters that cannot be shown"
      ),
      (Data(count: 3_000_001), "\(file) is larger than 2 MiB"),
      (body(0), "the list in \(file) is empty, so it is not believed"),
      (body(10), nil),
      (
        body(3),
        "the list in \(file) lost 7 of 10 models, so it is held back (1 of 3 refreshes in a row)"
      ),
      (body(10), nil),
    ] as [(Data?, String?)] {
      if let content { try content.write(to: directory.url("a.json")) }
      let result = await registry.refresh()
      #expect(await registry.snapshot.failure?.error.summary == sentence)
      switch result {
      case .success: #expect(sentence == nil)
      case .failure(let error): #expect(error.summary == sentence)
      }
    }
  }

  @Test
  func `a file that shrank is believed after three refreshes in a row`() async throws {
    let clock = TestClock()
    let registry = ModelRegistry(
      core: [], provider: try provider("a.json"), cache: nil, clock: clock, now: { clock.date })
    for (count, isBelieved) in [(10, true), (2, false), (2, false), (2, true)] {
      try ListingBody.of(ListingBody.ids(count)).write(to: directory.url("a.json"))
      await registry.refresh()
      #expect((await registry.snapshot.failure == nil) == isBelieved)
      clock.advance(by: .seconds(3600))
    }
  }

  @Test
  func `a file is asked for again as soon as a server would be`() {
    let errors: [ProviderError] = [.unreachable("gone"), .tooLarge(limit: 1), .refused(.empty)]
    for error in errors {
      var (ofFile, ofServer) = (RefreshSchedule(), RefreshSchedule())
      let expected = ofServer.failed(with: error) { $0.upperBound }
      #expect(ofFile.failed(with: .inFile("/a", error)) { $0.upperBound } == expected)
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
