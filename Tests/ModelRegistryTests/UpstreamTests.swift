import Testing

@testable import ModelRegistry

struct UpstreamTests {
  @Test(arguments: [
    ("https://openrouter.ai/api/v1", "https://openrouter.ai/api/v1"),
    ("https://OpenRouter.ai:443/api/v1/", "https://openrouter.ai/api/v1"),
    ("http://127.0.0.1:8080", "http://127.0.0.1:8080"),
    ("http://[::1]:8080/x//", "http://[::1]:8080/x"),
    ("HTTP://example.com:80/a", "http://example.com/a"),
    ("https://openrouter.ai/api/v1/models", "https://openrouter.ai/api/v1"),
    ("https://x.org/models/", "https://x.org"), ("http://x.org/a/models", "http://x.org/a"),
    ("http://x.org/v1/mymodels", "http://x.org/v1/mymodels"),
    ("file:///tmp/a%20b.json", "/tmp/a b.json"), ("file://localhost/tmp/a.json", "/tmp/a.json"),
    ("/tmp/models.json", "/tmp/models.json"), ("models.json", "/home/models.json"),
    ("../shared/./models.json", "/shared/models.json"), ("a:b/c.json", "/home/a:b/c.json"),
  ])
  func `an address or a path is read`(text: String, expected: String) throws {
    let upstream = try Upstream(text, relativeTo: "/home")
    #expect(upstream.description == expected)
    #expect(try Upstream(expected) == upstream)
  }

  @Test(arguments: [
    ("", "the upstream is empty"),
    ("ftp://x/y", "the upstream `ftp://x/y` begins with ftp://, not http, https or file"),
    ("http://", "the upstream `http://` names no host"),
    ("http:///path", "the upstream `http:///path` names no host"),
    ("http://a b/", "the upstream `http://a b/` is no valid address"),
    ("https://me:secret@x.org/", "the upstream must not contain a user or a password"),
    (
      "https://x.org/?a=b",
      "the upstream `https://x.org/?…` must not contain a query or a fragment"
    ),
    ("https://x.org/#a", "the upstream `https://x.org/#…` must not contain a query or a fragment"),
    (
      "localhost:8080/api",
      "the upstream `localhost:8080/api` lacks its beginning: write `http://localhost:8080/api`"
    ),
    (
      "file://models.json",
      "the upstream `file://models.json` names no absolute path: write `file:///…`"
    ),
    ("file:///%zz", "the upstream `file:///%zz` has a % that encodes nothing"),
  ])
  func `what is neither is refused in a sentence`(text: String, sentence: String) {
    #expect(throws: Upstream.Invalid(description: sentence)) { try Upstream(text) }
  }

  @Test(arguments: [
    "http://user:PASSWORD@h/x", "ftp://user:PASSWORD@h/x", "http://user:PASSWORD@[::1",
    "http://user:PASSWORD@h:port/x", "file://user:PASSWORD@h/x",
    "user:PASSWORD@127.0.0.1:8080/api", "http://127.0.0.1:1/api?key=PASSWORD",
    "http://127.0.0.1:1/api#PASSWORD", "127.0.0.1:80/api?key=PASSWORD", "ftp://h/?PASSWORD@x",
    "http://user:PA?PASSWORD@h/x", "user:PASSWORD@h/x://y",
    "http://user:PASS@PASSWORD@h:1x/", "file:///%zz?PASSWORD",
  ])
  func `a wrong address is named without what may be secret`(text: String) {
    let fault = #expect(throws: Upstream.Invalid.self) { try Upstream(text) }
    #expect(fault?.description.contains("the upstream") == true)
    #expect(fault?.description.contains("PASSWORD") == false)
  }

  @Test(arguments: [
    "user:PASSWORD@h/x", "h/x?key=PASSWORD", "//user:PASSWORD@h/x", "PASSWORD@h/models.json",
  ])
  func `an address that is read as a path is named without what may be secret`(text: String) throws
  {
    let upstream = try Upstream(text, relativeTo: "/home")
    #expect(!upstream.shown.contains("PASSWORD"))
    let fault = ProviderError.inFile(upstream.description, .unreachable("no such file"))
    #expect(!fault.summary.contains("PASSWORD"))
    #expect(fault.summary.hasSuffix("cannot be read: no such file"))
  }

  @Test(arguments: [
    ("https://openrouter.ai/api/v1/", true, false, 60),
    ("https://openrouter.ai/api", false, false, 60),
    ("http://openrouter.ai/api/v1", false, false, 60), ("http://localhost:1", false, true, 1),
    ("http://127.5.5.5:1", false, true, 1), ("http://[::1]:1", false, true, 1),
    ("http://me.localhost:1", false, true, 1), ("http://127.example.com", false, false, 60),
    ("http://127.0.0.1.example.com", false, false, 60), ("/tmp/x.json", false, true, 1),
  ])
  func `only this machine may be asked every second`(
    text: String, isDefault: Bool, isLocal: Bool, seconds: Int
  ) throws {
    let upstream = try Upstream(text)
    #expect(upstream.isDefault == isDefault)
    #expect(upstream.isLocal == isLocal)
    #expect(upstream.minimumInterval == .seconds(seconds))
  }

  @Test
  func `upstreams never share a cache folder`() throws {
    let texts = [
      "https://openrouter.ai/api", "http://openrouter.ai/api/v1",
      "https://openrouter.ai:8443/api/v1",
      "https://openrouter.ai/api/v1/a.b", "https://openrouter.ai/api/v1/a-b", "https://a.b",
      "https://a-b",
    ]
    let names = try texts.map { try #require(try Upstream($0).cacheFolderName) }
    #expect(Set(names).count == texts.count)
    let letters = "abcdefghijklmnopqrstuvwxyz0123456789.-_"
    #expect(names.allSatisfy { $0.allSatisfy(letters.contains) && !$0.hasPrefix(".") })
    #expect(names[5].hasPrefix("a.b-"))
    #expect(Upstream.openRouter.cacheFolderName == nil)
  }

  @Test
  func `settings put each upstream's cache in its place, and none for a file`() throws {
    func path(_ upstream: String, _ directory: String?) throws -> String? {
      RegistrySettings(
        upstream: try Upstream(upstream), cacheDirectory: directory, userAgent: "test"
      ).cachePath
    }
    #expect(try path(Upstream.defaultText, "/c") == "/c")
    #expect(try path("http://localhost:1", "/c")?.hasPrefix("/c/localhost-1-") == true)
    #expect(try path("/tmp/x.json", "/c") == nil)
    #expect(try path(Upstream.defaultText, nil) == nil)
  }
}
