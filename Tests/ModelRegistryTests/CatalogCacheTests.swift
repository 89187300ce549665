import Foundation
import ModelCatalog
import Support
import Testing

@testable import ModelRegistry

struct CatalogCacheTests {
  private let directory: TemporaryDirectory
  private let cache: CatalogCache
  private let fetched = Date(timeIntervalSince1970: 1_787_000_000.25)
  private let changed = Date(timeIntervalSince1970: 1_786_000_000)

  init() throws {
    directory = try TemporaryDirectory()
    cache = CatalogCache(directory: directory.path)
  }

  private var body: URL { directory.url("openrouter_models.json") }
  private var note: URL { directory.url("openrouter_meta.json") }
  private var failure: URL { directory.url("openrouter_failure.json") }

  private func listing(_ ids: [String]) throws -> ProviderListing {
    try OpenRouterPayload.listing(from: ListingBody.of(ids))
  }

  private func ids(_ cache: CatalogCache) -> [String]? { cache.load()?.listing.models.map(\.id) }

  private func mode(_ path: String) throws -> Int? {
    try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
  }

  /// Everything in the directory, hidden or not.
  private func names() throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: directory.path).sorted()
  }

  private func age(_ url: URL, by seconds: Double) throws {
    try FileManager.default.setAttributes(
      [.modificationDate: Date(timeIntervalSinceNow: -seconds)], ofItemAtPath: url.path)
  }

  @Test
  func `what was saved is loaded`() throws {
    try cache.save(listing(["a/one", "a/two"]), fetched: fetched, lastChanged: changed)
    let saved = try #require(cache.load())
    #expect(saved.listing.models.map(\.id) == ["a/one", "a/two"])
    #expect(saved.listing.body == [UInt8](ListingBody.of(["a/one", "a/two"])))
    #expect(saved.fetched == fetched)
    #expect(saved.lastChanged == changed)
    #expect(try Data(contentsOf: body) == ListingBody.of(["a/one", "a/two"]))
    #expect(
      try names() == [
        "openrouter_meta.json", "openrouter_models.image", "openrouter_models.json",
      ])
  }

  @Test
  func `the note says what is known of the body`() throws {
    try cache.save(listing(["a/one"]), fetched: fetched, lastChanged: nil)
    let digest = BodyDigest([UInt8](ListingBody.of(["a/one"]))).description
    #expect(
      try String(contentsOf: note, encoding: .utf8) == """
        {
          "digest" : "\(digest)",
          "fetchedAt" : "2026-08-17T20:53:20.250Z",
          "modelCount" : 1,
          "upstream" : "https://openrouter.ai/api/v1"
        }
        """)
  }

  @Test(arguments: [
    ("", "cbf29ce484222325"), ("a", "af63dc4c8601ec8c"), ("foobar", "85944171f73967e8"),
  ])
  func `the digest is FNV-1a`(text: String, digest: String) {
    #expect(Digest(text.utf8).description == "fnv1a64:\(digest)")
  }

  /// Expected values of a computation in Python.
  @Test(arguments: [
    ("", "cbf29ce484222325"), ("a", "af63dc4c8601ec8c"), ("foobar12", "b53a9086555895d9"),
    ("foobar12\0", "4b196d4305869fbb"), ("12345678abcdefghi", "d9ab20c8b2227baa"),
  ])
  func `the digest of a body is FNV-1a over words`(text: String, digest: String) {
    #expect(BodyDigest(Array(text.utf8)).description == "fnv1a64w:\(digest)")
  }

  @Test
  func `a note of an earlier version, with the digest by bytes, is about its body`() throws {
    let data = ListingBody.of(["a/b"])
    try data.write(to: body)
    let text = """
      {"digest":"\(Digest(data))","fetchedAt":"2026-08-17T20:53:20.250Z","modelCount":1}
      """
    try Data(text.utf8).write(to: note)
    #expect(try #require(cache.load()).fetched == fetched)
  }

  @Test
  func `files are for their owner alone, and so are directories made for them`() throws {
    let deep = directory.path + "/x/y"
    try CatalogCache(directory: deep).save(listing(["a/b"]), fetched: fetched, lastChanged: nil)
    #expect(try mode(deep + "/openrouter_models.json") == 0o600)
    #expect(try mode(deep + "/openrouter_meta.json") == 0o600)
    CatalogCache(directory: deep).note(
      FailureNote(summary: "It failed", date: fetched, nextRefresh: nil))
    #expect(try mode(deep + "/openrouter_failure.json") == 0o600)
    #expect(try mode(deep) == 0o700)
    #expect(try mode(directory.path + "/x") == 0o700)
  }

  @Test(arguments: [
    "", "{", "[]", "{}", #"{"data":[]}"#, #"{"data":[{"id":""}]}"#, "\u{0}\u{1}",
    #"{"openai/gpt-4o":{"name":"GPT-4o","provider":"openrouter"}}"#,
  ])
  func `a body that is no listing is as good as none`(text: String) throws {
    try Data(text.utf8).write(to: body)
    #expect(cache.load() == nil)
  }

  @Test
  func `nothing there is nothing, and a directory or a pipe is nothing`() throws {
    #expect(cache.load() == nil)
    #expect(CatalogCache(directory: "/nowhere/at/all").load() == nil)
    try FileManager.default.createDirectory(at: body, withIntermediateDirectories: false)
    #expect(cache.load() == nil)
    try FileManager.default.removeItem(at: body)
    #expect(mkfifo(body.path, 0o600) == 0)
    #expect(cache.load() == nil)
  }

  @Test
  func `a body over the limit is left alone`() throws {
    let data = ListingBody.of(["a/b"])
    try data.write(to: body)
    #expect(ids(CatalogCache(directory: directory.path, limit: data.count)) == ["a/b"])
    #expect(ids(CatalogCache(directory: directory.path, limit: data.count - 1)) == nil)
  }

  @Test(arguments: [
    nil, "", "[]", #"{"lastFetch":"2025-05-23T10:42:35.943Z","modelCount":321}"#,
    #"{"fetchedAt":"2026-08-17T20:53:20.250Z","digest":"fnv1a64:0000000000000000"}"#,
    #"{"fetchedAt":"yesterday","digest":"DIGEST"}"#, #"{"fetchedAt":5,"digest":"DIGEST"}"#,
    #"{"fetchedAt":"2026-08-17T20:53:20.250Z"}"#,
  ])
  func `a body whose note is missing or of another is dated by the file`(text: String?) throws {
    try ListingBody.of(["a/b"]).write(to: body)
    let digest = Digest(ListingBody.of(["a/b"])).description
    try text.map { try Data($0.replacing("DIGEST", with: digest).utf8).write(to: note) }
    try FileManager.default.setAttributes([.modificationDate: fetched], ofItemAtPath: body.path)
    let saved = try #require(cache.load())
    #expect(saved.listing.models.map(\.id) == ["a/b"])
    #expect(abs(saved.fetched.timeIntervalSince(fetched)) < 0.001)
    #expect(saved.lastChanged == nil)
  }

  @Test
  func `a kill between the two renames leaves the new body, dated by the file`() throws {
    try cache.save(listing(["a/old"]), fetched: fetched, lastChanged: changed)
    try ListingBody.of(["a/new"]).write(to: body)
    let saved = try #require(cache.load())
    #expect(saved.listing.models.map(\.id) == ["a/new"])
    #expect(saved.fetched != fetched)
    #expect(saved.lastChanged == nil)
  }

  @Test
  func `what one upstream said is never shown as another's`() throws {
    try cache.save(listing(["a/b"]), fetched: fetched, lastChanged: nil)
    let other = CatalogCache(
      directory: directory.path, upstream: try Upstream("http://localhost:1"))
    #expect(other.load() == nil)
    #expect(ids(cache) == ["a/b"])
  }

  @Test
  func `an equal body is not written again, its note is`() throws {
    try cache.save(listing(["a/b"]), fetched: fetched, lastChanged: changed)
    try age(body, by: 500)
    let before = try FileManager.default.attributesOfItem(atPath: body.path)
    let later = fetched.addingTimeInterval(3600)
    try cache.save(listing(["a/b"]), fetched: later, lastChanged: changed)
    let after = try FileManager.default.attributesOfItem(atPath: body.path)
    #expect(
      before[.systemFileNumber] as? Int == after[.systemFileNumber] as? Int)
    #expect(cache.load()?.fetched == later)
  }

  @Test
  func `a body that somebody spoilt is written again`() throws {
    try cache.save(listing(["a/b"]), fetched: fetched, lastChanged: changed)
    let spoilt = Data(repeating: 0x20, count: ListingBody.of(["a/b"]).count)
    try spoilt.write(to: body)
    try cache.save(listing(["a/b"]), fetched: fetched, lastChanged: changed)
    #expect(ids(cache) == ["a/b"])
  }

  @Test
  func `a symbolic link is replaced, and what it points to is left alone`() throws {
    let precious = directory.url("precious")
    for link in [body, note, failure] {
      try Data("precious".utf8).write(to: precious)
      try FileManager.default.createSymbolicLink(at: link, withDestinationURL: precious)
    }
    cache.note(FailureNote(summary: "It failed", date: fetched, nextRefresh: nil))
    #expect(cache.failure()?.summary == "It failed")
    try cache.save(listing(["a/b"]), fetched: fetched, lastChanged: nil)
    #expect(try String(contentsOf: precious, encoding: .utf8) == "precious")
    #expect(ids(cache) == ["a/b"])
    let type = try FileManager.default.attributesOfItem(atPath: body.path)[.type]
    #expect(type as? FileAttributeType == .typeRegular)
  }

  @Test
  func `a directory that cannot be made or written is said so`() throws {
    try Data().write(to: directory.url("file"))
    let path = directory.path + "/file/cache"
    let sentence = "the cache \(path) cannot be written: not a directory"
    #expect(throws: CatalogCache.Unwritable(description: sentence)) {
      try CatalogCache(directory: path).save(
        listing(["a/b"]), fetched: fetched, lastChanged: nil)
    }
  }

  @Test
  func `a note that cannot be written leaves a usable cache and no rubbish`() throws {
    try cache.save(listing(["a/old"]), fetched: fetched, lastChanged: nil)
    try FileManager.default.removeItem(at: note)
    // A directory that is not empty cannot be replaced by a file.
    try FileManager.default.createDirectory(at: note, withIntermediateDirectories: false)
    try Data().write(to: note.appending(path: "inside"))
    let sentence = "the cache \(directory.path) cannot be written: is a directory"
    #expect(throws: CatalogCache.Unwritable(description: sentence)) {
      try cache.save(listing(["a/new"]), fetched: fetched, lastChanged: nil)
    }
    #expect(ids(cache) == ["a/new"])
    #expect(
      try names() == [
        "openrouter_meta.json", "openrouter_models.image", "openrouter_models.json",
      ])
  }

  @Test
  func `what killed writers left is cleaned up after an hour`() throws {
    let old = directory.url(".openrouter_models.json.123.tmp")
    let young = directory.url(".openrouter_models.json.456.tmp")
    let foreign = directory.url(".other.tmp")
    let ofNotes = [".openrouter_meta.json.1.tmp", ".openrouter_failure.json.1.tmp"]
      .map(directory.url)
    for url in [old, young, foreign] + ofNotes { try Data().write(to: url) }
    for url in [old] + ofNotes { try age(url, by: 3700) }
    try age(foreign, by: 3700)
    try cache.save(listing(["a/b"]), fetched: fetched, lastChanged: nil)
    #expect(
      try names() == [
        ".openrouter_models.json.456.tmp", ".other.tmp", "openrouter_meta.json",
        "openrouter_models.image", "openrouter_models.json",
      ])
  }

  @Test
  func `readers beside a writer see the old body or the new one, never a part`() async throws {
    let lists = [ListingBody.ids(300), ListingBody.ids(500, author: "b")]
    try cache.save(listing(lists[0]), fetched: fetched, lastChanged: nil)
    let cache = cache
    let fetched = fetched
    try await withThrowingTaskGroup(of: Void.self) { group in
      group.addTask {
        for round in 1...30 {
          let body = ListingBody.of(lists[round % 2])
          try cache.save(
            OpenRouterPayload.listing(from: body), fetched: fetched, lastChanged: nil)
        }
      }
      group.addTask {
        for _ in 1...60 {
          let count = cache.load()?.listing.models.count
          #expect(count == 300 || count == 500)
        }
      }
      try await group.waitForAll()
    }
  }
}
