import Foundation
import HTTPTypes
import HummingbirdTesting
import ModelCatalog
import ModelRegistry
import NIOCore
import Support
import Testing

@testable import ModelServer

/// What shared caches and conditional requests rely on.
struct CachingTests {
  private static let cacheable = [
    "/api/models", "/api/models?format=frontend", "/api/models/core", "/api/models/openrouter",
    "/api/models/categories", "/api/models/search?q=claude", "/api/models/\(ServedModels.coreID)",
    "/api/models/provider/\(ServedModels.coreID)", "/api/v1/models", "/api/openapi.json",
  ]
  private static let fresh = ["/api/models/status", "/api/models/statistics"]

  @Test(arguments: cacheable)
  func `two servers with one catalogue agree on the ETag`(path: String) async throws {
    let one = try await ServedModels().ask(path).headers[.eTag]
    let other = try await ServedModels([.success(ServedModels.listing)])
    other.clock.advance(by: .seconds(100))
    await other.registry.refresh()
    #expect(try await other.ask(path).headers[.eTag] == one)
    #expect(one?.hasPrefix("W/\"") == true)
  }

  @Test func `a list in upstream's format that was fetched later has another ETag`() async throws {
    let served = try await ServedModels()
    let before = try await served.ask("/api/v1/models")
    served.clock.advance(by: .seconds(1200))
    await served.registry.refresh()
    let after = try await served.ask("/api/v1/models")
    #expect(after.headers[.eTag] != before.headers[.eTag])
    let (old, new) = (try before.json()["fetched_at"], try after.json()["fetched_at"])
    #expect(old != new && old.string?.isEmpty == false)
  }

  @Test(arguments: cacheable.filter { $0 != "/api/openapi.json" })
  func `another catalogue, or a stale one, has another ETag`(path: String) async throws {
    let tag = try await ServedModels().ask(path).headers[.eTag]
    let other = ListingBody.of(["anthropic/claude-opus-5"], price: "0.00001")
    #expect(try await ServedModels([.success(other)]).ask(path).headers[.eTag] != tag)
    let stale = try await ServedModels([
      .success(ServedModels.listing), .failure(.unreachable("connection refused")),
    ])
    stale.clock.advance(by: .seconds(4000))
    await stale.registry.refresh()
    #expect(try await stale.ask(path).headers[.eTag] != tag)
  }

  @Test func `searches have their own ETags`() async throws {
    let served = try await ServedModels()
    let tags = try await ["claude", "gpt", "claude&limit=1"].asyncMap {
      try await served.ask("/api/models/search?q=" + $0).headers[.eTag]
    }
    #expect(Set(tags).count == 3)
  }

  @Test(arguments: ["TAG", "W/TAG", "*", "\"x\", TAG", "W/\"x\",W/TAG , \"y\"", " TAG "])
  func `an answer with a known ETag is not sent again`(list: String) async throws {
    let served = try await ServedModels()
    for path in Self.cacheable {
      let first = try await served.ask(path)
      let tag = try #require(first.headers[.eTag])
      let known = list.replacing("TAG", with: tag.dropFirst(2))
      let again = try await served.ask(path, headers: [.ifNoneMatch: known])
      #expect(again.status == .notModified, "\(known)")
      #expect(again.body.readableBytes == 0)
      #expect(again.headers[.eTag] == tag)
      #expect(again.headers[.cacheControl] == first.headers[.cacheControl])
      #expect(again.headers[.vary] == first.headers[.vary])
      #expect(again.headers[.contentType] == nil)
    }
  }

  @Test(arguments: ["\"x\"", "W/\"x\"", "", "TAG", "\"TAG", "w/\"TAG\"", "\"\"", ",,"])
  func `an answer with an unknown ETag is sent`(list: String) async throws {
    let served = try await ServedModels()
    let tag = try #require(
      await served.ask("/api/models").headers[.eTag]?.split(separator: "\"")[1])
    let known = list.replacing("TAG", with: tag)
    let answer = try await served.ask("/api/models", headers: [.ifNoneMatch: known])
    #expect(answer.status == .ok)
  }

  @Test(arguments: cacheable)
  func `a shared cache may store it`(path: String) async throws {
    let served = try await ServedModels(
      settings: ServerSettings(port: 0, freshnessLifetime: 7))
    let headers = try await served.ask(path).headers
    #expect(headers[.cacheControl] == "public, max-age=7, stale-if-error=86400")
    #expect(headers[.vary] == "Accept-Encoding")
    #expect(headers[.contentType] == "application/json")
    #expect(headers[.xContentTypeOptions] == "nosniff")
  }

  @Test(arguments: fresh + ["/api/models/none", "/none", "/api/models/search"])
  func `answers that must be current are not stored`(path: String) async throws {
    let headers = try await ServedModels().ask(path).headers
    #expect(headers[.cacheControl] == "no-store")
    #expect(headers[.eTag] == nil)
  }

  // MARK: - Compression

  @Test(arguments: [
    "gzip", "GZIP", "br, gzip;q=0.1", "*", "x-gzip", "gzip ; q=1.000", "identity;q=0, *",
  ])
  func `a client that accepts gzip gets it`(encodings: String) async throws {
    let served = try await ServedModels()
    let plain = try await served.ask("/api/models")
    let packed = try await served.ask("/api/models", headers: [.acceptEncoding: encodings])
    #expect(packed.headers[.contentEncoding] == "gzip")
    #expect(packed.headers[.vary] == "Accept-Encoding")
    #expect(packed.headers[.eTag] == plain.headers[.eTag])
    #expect(packed.body.readableBytes < plain.body.readableBytes / 3)
    let unpacked = try gunzip(packed.body.readableBytesView)
    #expect(unpacked == Data(plain.body.readableBytesView))
  }

  @Test(arguments: [
    nil, "", "identity", "br", "gzip;q=0", "gzip;q=0.0, *", "*;q=0", "gzip;q=x", "gzipped",
  ])
  func `a client that does not accept gzip gets plain bytes`(encodings: String?) async throws {
    let headers = encodings.map { [.acceptEncoding: $0] as HTTPFields } ?? [:]
    let answer = try await ServedModels().ask("/api/models", headers: headers)
    #expect(answer.headers[.contentEncoding] == nil)
    #expect(answer.headers[.vary] == "Accept-Encoding")
    #expect(try answer.json()["success"] == true)
  }

  @Test func `small answers are not compressed`() async throws {
    let answer = try await ServedModels().ask(
      "/api/models/provider/\(ServedModels.coreID)", headers: [.acceptEncoding: "gzip"])
    #expect(answer.headers[.contentEncoding] == nil)
  }

  @Test func `search results are compressed too`() async throws {
    let served = try await ServedModels()
    let path = "/api/models/search?q=claude"
    let packed = try await served.ask(path, headers: [.acceptEncoding: "gzip"])
    #expect(packed.headers[.contentEncoding] == "gzip")
    #expect(
      try await served.ask(path).body.readableBytesView.elementsEqual(
        gunzip(packed.body.readableBytesView)))
  }

  private func gunzip(_ bytes: some Sequence<UInt8>) throws -> Data {
    let directory = try TemporaryDirectory()
    let (packed, plain) = (directory.url("body.gz"), directory.url("body"))
    try Data(bytes).write(to: packed)
    let process = Process()
    process.executableURL = URL(filePath: "/bin/gzip")
    process.arguments = ["-d", packed.path]
    try process.run()
    process.waitUntilExit()
    return try Data(contentsOf: plain)
  }

  // MARK: - HEAD

  @Test(arguments: cacheable + fresh + ["/api/models/none"])
  func `HEAD has the headers of GET`(path: String) async throws {
    let served = try await ServedModels()
    for encoding in ["identity", "gzip"] {
      let headers: HTTPFields = [.acceptEncoding: encoding]
      let get = try await served.ask(path, headers: headers)
      let head = try await served.ask(path, .head, headers: headers)
      #expect(head.status == get.status)
      #expect(head.body.readableBytes == 0)
      #expect(head.headers == get.headers)
      #expect(head.headers[.contentLength] == String(get.body.readableBytes))
    }
  }

  @Test(arguments: cacheable)
  func `HEAD is answered with 304 if GET is`(path: String) async throws {
    let answer = try await ServedModels().ask(path, .head, headers: [.ifNoneMatch: "*"])
    #expect(answer.status == .notModified)
  }
}

extension Sequence {
  fileprivate func asyncMap<Result>(
    _ transform: (Element) async throws -> Result
  ) async rethrows -> [Result] {
    var results: [Result] = []
    for element in self { results.append(try await transform(element)) }
    return results
  }
}
