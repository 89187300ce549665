import Testing

@testable import ModelRegistry

struct ProxySettingsTests {
  private func route(_ address: String, _ environment: [String: String]) throws
    -> ProxySettings.Route
  {
    ProxySettings(environment: environment).route(to: try WebAddress(base: address))
  }

  private func proxy(_ host: String, _ port: Int) -> ProxySettings.Route {
    .proxy(ProxySettings.Proxy(host: host, port: port))
  }

  @Test(arguments: [
    (["HTTPS_PROXY": "http://p:3128"], "p", 3128), (["https_proxy": "http://p:3128/"], "p", 3128),
    (["https_proxy": "http://low", "HTTPS_PROXY": "http://up"], "low", 80),
    (["HTTPS_PROXY": "p:1"], "p", 1), (["HTTPS_PROXY": "http://[fe80::1]:9"], "fe80::1", 9),
  ])
  func `the variable of the scheme names the proxy`(
    environment: [String: String], host: String, port: Int
  ) throws {
    #expect(try route("https://openrouter.ai", environment) == proxy(host, port))
    #expect(try route("http://openrouter.ai", environment) == .direct)
  }

  @Test(arguments: [
    ["ALL_PROXY": "http://p:1"], ["all_proxy": "p:1", "ALL_PROXY": "http://other"],
    ["ALL_PROXY": "http://other", "HTTPS_PROXY": "p:1", "http_proxy": "p:1"],
  ])
  func `ALL_PROXY names the proxy of both schemes that have none of their own`(
    environment: [String: String]
  ) throws {
    #expect(try route("https://openrouter.ai", environment) == proxy("p", 1))
    #expect(try route("http://openrouter.ai", environment) == proxy("p", 1))
  }

  @Test(arguments: [
    ("10.0.0.0/8", "10.255.0.1", true), ("10.0.0.0/8", "11.0.0.1", false),
    ("192.168.4.0/22", "192.168.7.255", true), ("192.168.4.0/22", "192.168.8.0", false),
    ("1.2.3.4/32", "1.2.3.4", true), ("0.0.0.0/0", "8.8.8.8", true),
    ("fd00::/8", "[fd12::1]", true), ("fd00::/8", "[fe80::1]", false),
    ("10.0.0.0/8", "10.example.org", false), ("10.0.0.0/33", "10.0.0.1", false),
    ("10.0.0.0/", "10.0.0.1", false), ("/8", "10.0.0.1", false),
    ("a.org, 10.0.0.0/8", "10.0.0.1", true),
  ])
  func `NO_PROXY names networks`(list: String, host: String, isDirect: Bool) throws {
    let route = try route("https://\(host)", ["HTTPS_PROXY": "http://p:1", "NO_PROXY": list])
    #expect(route == (isDirect ? .direct : proxy("p", 1)))
  }

  @Test(arguments: [[:], ["HTTPS_PROXY": ""], ["HTTP_PROXY": "http://p"], ["ALL_PROXY": ""]])
  func `without the variable there is none`(environment: [String: String]) throws {
    #expect(try route("https://openrouter.ai", environment) == .direct)
  }

  @Test(arguments: [
    ("*", true), ("openrouter.ai", true), (".openrouter.ai", true), ("OpenRouter.AI", true),
    ("ai", true), ("*.ai", true), ("a.org, openrouter.ai", true), ("a.org openrouter.ai", true),
    ("openrouter.ai:443", true), ("openrouter.ai:80", false), ("router.ai", false),
    ("api.openrouter.ai", false), ("", false), (",", false),
  ])
  func `NO_PROXY names hosts and domains`(list: String, isDirect: Bool) throws {
    for name in ["NO_PROXY", "no_proxy"] {
      let route = try route("https://openrouter.ai", ["HTTPS_PROXY": "http://p:1", name: list])
      #expect(route == (isDirect ? .direct : proxy("p", 1)))
    }
  }

  @Test(arguments: ["http://localhost:8080", "http://127.0.0.1:1", "http://[::1]:1"])
  func `loopback needs no proxy`(address: String) throws {
    #expect(try route(address, ["HTTP_PROXY": "http://p:1"]) == .direct)
  }

  @Test
  func `a user and a password go to the proxy`() throws {
    let route = try route("https://x.org", ["HTTPS_PROXY": "http://me:p%40ss@p:1"])
    #expect(
      route
        == .proxy(ProxySettings.Proxy(host: "p", port: 1, user: "me", password: "p@ss")))
  }

  @Test(arguments: [
    ("socks5://p:1", "a proxy of the kind socks5:// cannot be used"),
    ("https://p:1", "a proxy of the kind https:// cannot be used"),
    ("http://", "the proxy setting is no valid address"),
  ])
  func `a proxy that cannot be used is not bypassed`(text: String, reason: String) throws {
    #expect(try route("https://x.org", ["HTTPS_PROXY": text]) == .unusable(reason))
  }
}
