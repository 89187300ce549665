import Testing

@testable import ModelBrowser

@Suite struct PageOpenerTests {
  @Test(
    arguments: [
      (["BROWSER": "firefox"], ["firefox", "xdg-open"], ["firefox"]),
      (["BROWSER": "gone:brave --new %s"], ["brave"], ["brave", "--new"]),
      (["BROWSER": "gone", "DISPLAY": ":0"], ["xdg-open"], ["xdg-open"]),
      (["WAYLAND_DISPLAY": "w"], ["xdg-open"], ["xdg-open"]),
      ([:], ["xdg-open"], nil),
      ([:], ["wslview"], ["wslview"]),
      (["DISPLAY": ":0"], [], nil),
    ] as [([String: String], Set<String>, [String]?)])
  func `a page is opened with what the person has`(
    environment: [String: String], installed: Set<String>, command: [String]?
  ) {
    let found = PageOpener.command(environment: environment) { installed.contains($0) }
    #expect(found == command)
  }

  @Test(arguments: [
    ("https://example.org", "true", PageOpener.Outcome.opened(with: "true")),
    ("https://example.org", "false", .failed("false ended with status 1")),
    ("file:///etc/passwd", "true", .failed("not a web address")),
    ("--version", "true", .failed("not a web address")),
    ("https://example.org", "", .failed("neither $BROWSER nor a desktop with xdg-open here")),
  ]) func `a failure is shown as a failure`(
    address: String, browser: String, outcome: PageOpener.Outcome
  ) {
    #expect(
      PageOpener.open(address, environment: ["BROWSER": browser]) { $0 == browser } == outcome)
  }
}
