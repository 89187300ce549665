import HTTPTypes
import Testing

@testable import ModelServer

struct RequestGuardTests {
  private func refusal(
    _ method: HTTPRequest.Method = .get, host: String? = "localhost:3018", path: String = "/api",
    fields: HTTPFields = [:], settings: ServerSettings = ServerSettings()
  ) -> ErrorCode? {
    let request = HTTPRequest(
      method: method, scheme: "http", authority: host, path: path, headerFields: fields)
    do throws(APIError) {
      try RequestGuard(settings).check(request)
      return nil
    } catch {
      return error.code
    }
  }

  @Test(arguments: [
    "localhost", "localhost:3018", "LOCALHOST", "localhost.", "127.0.0.1", "127.0.0.1:80",
    "[::1]", "[::1]:3018", "models.example", "Models.Example.:8080",
  ])
  func `requests for our own names are accepted`(host: String) {
    #expect(
      refusal(host: host, settings: ServerSettings(allowedHosts: ["models.EXAMPLE"])) == nil)
  }

  @Test(arguments: [
    "evil.example", "evil.example:3018", "localhost.evil.example", "notlocalhost",
    "127.0.0.1.nip.io",
    "", ":3018", "0.0.0.0", "192.168.1.7", "[::2]", "localhost:80:80", "evil@localhost",
    "[::1]evil.example", "127.0.0.1:80.evil.example", "localhost:evil", "localhost:",
    "localhost:80, evil.example", "localhost:65536", "localhost:+80", "localhost:8０", "::1",
    "[::1", "[localhost]", "localhost/", "localhost:80/", "localhost..", "lоcalhost",
  ])
  func `requests for other names are rejected`(host: String) {
    #expect(refusal(host: host) == .hostNotAllowed)
  }

  @Test(arguments: ["0.0.0.0", "::"])
  func `a server on all addresses accepts any address but no foreign name`(bound: String) {
    let settings = ServerSettings(host: bound)
    #expect(refusal(host: "192.168.1.7:3018", settings: settings) == nil)
    #expect(refusal(host: "[fe80::1]:3018", settings: settings) == nil)
    #expect(refusal(host: "evil.example", settings: settings) == .hostNotAllowed)
    #expect(refusal(host: "10.evil.example", settings: settings) == .hostNotAllowed)
    for host in [
      "evil.com:1:2", "...", "", ".", "1.2.3", "1.2.3.4.5", "0x7f.1", "256.1.1.1", "[evil]",
      "evil.1", "[fe80::1]x", "[fe80::1]:x", "fe80::1",
    ] {
      #expect(refusal(host: host, settings: settings) == .hostNotAllowed, "\(host)")
    }
  }

  @Test(arguments: [
    ("192.168.1.7", "192.168.1.7:3018"), ("[2001:db8::1]", "[2001:db8::1]:3018"),
    ("models.example.", "models.example:3018"),
  ])
  func `the bound address is one of our names`(bound: String, host: String) {
    #expect(refusal(host: host, settings: ServerSettings(host: bound)) == nil)
  }

  @Test(arguments: ["name.example.", "Name.Example", "[2001:db8::2]", "2001:db8::2"])
  func `an allowed name may have a dot at its end, capitals or brackets`(name: String) {
    let settings = ServerSettings(allowedHosts: [name])
    let host = name.contains(":") ? "[2001:db8::2]" : "name.example"
    #expect(refusal(host: host, settings: settings) == nil)
    #expect(refusal(host: host + ":80", settings: settings) == nil)
    #expect(ServerSettings.fault(inAllowedHost: name) == nil)
  }

  @Test(arguments: ["", "a b", "name:80", "http://name", "name/path", "müller.example", "*"])
  func `what no Host can be is no allowed name`(name: String) {
    #expect(ServerSettings.fault(inAllowedHost: name)?.contains("is not a host name") == true)
  }

  @Test func `a request must name exactly one host`() {
    #expect(refusal(host: nil) == .badHost)
    #expect(refusal(fields: [.secondHost: "evil.example"]) == .badHost)
  }

  @Test(arguments: [
    "http://evil.example", "https://localhost:3018.evil.example", "null", "", "localhost:3018",
    "http://localhost", "http://localhost:3018/", "http://localhost:3018@evil.example",
    "http://LOCALHOST:3019",
  ])
  func `a page of another origin may read but not write`(origin: String) {
    #expect(refusal(.post, fields: [.origin: origin]) == .foreignOrigin)
    #expect(refusal(fields: [.origin: origin]) == nil)
  }

  @Test(arguments: ["http://localhost:3018", "https://Localhost:3018"])
  func `our own pages may write`(origin: String) {
    #expect(refusal(.post, fields: [.origin: origin]) == nil)
  }

  @Test func `a request without an origin may write`() { #expect(refusal(.post) == nil) }

  @Test(arguments: [
    ("cross-site", false), ("same-site", false), ("same-origin", true), ("none", true),
  ])
  func `Sec-Fetch-Site is checked as well`(site: String, isFine: Bool) {
    #expect((refusal(.post, fields: [.secFetchSite: site]) == nil) == isFine)
  }

  @Test func `bodies and addresses beyond the limits are rejected`() {
    #expect(refusal(.post, fields: [.contentLength: "65536"]) == nil)
    #expect(refusal(.post, fields: [.contentLength: "65537"]) == .contentTooLarge)
    #expect(refusal(fields: [.contentLength: "65537"]) == .contentTooLarge)
    #expect(refusal(path: "/" + String(repeating: "a", count: 8191)) == nil)
    #expect(refusal(path: "/" + String(repeating: "a", count: 8192)) == .uriTooLong)
  }
}
