import Foundation
import Support
import Testing

extension TerminalTests {
  /// A second run begins where the first one ended.
  struct RestoreTests {
    private let answer = Answer.listing(["acme/alpha", "acme/beta", "acme/gamma"])

    /// The author in the sidebar, once the list is there.
    private static let listed = "│ Acme "

    /// Types keys in a first run until a text is on the screen, and ends it.
    private func firstRun(
      _ upstream: String, _ keys: String, until text: String, end: (TerminalSession) throws -> Void
    ) throws -> TemporaryDirectory {
      let browser = try BrowserSession(upstream: upstream)
      try browser.terminal.waitFor(Self.listed)
      try browser.terminal.type(keys)
      try browser.terminal.waitFor(text)
      try end(browser.terminal)
      _ = try browser.terminal.exitStatus()
      return browser.directory
    }

    @Test(arguments: ["q", "Ctrl-c", "SIGTERM"])
    func `query and selection are back, however the run ended`(way: String) async throws {
      try await SimulatedOpenRouter.serving(answer) { server in
        let directory = try firstRun(server.address, "/acme/b", until: "1 of") { terminal in
          switch way {
          case "q": try terminal.type("\rq")
          case "Ctrl-c": try terminal.press("C-c")
          default: try terminal.signal(SIGTERM)
          }
        }
        let second = try BrowserSession(upstream: server.address, in: directory)
        let screen = try second.terminal.waitFor("─ acme/beta ─")
        #expect(screen.contains("/ acme/b "))
      }
    }

    @Test(arguments: ["config", "query"])
    func `what asks for something else does not return to it`(way: String) async throws {
      try await SimulatedOpenRouter.serving(answer) { server in
        let directory = try firstRun(server.address, "/acme/b\r", until: "1 of") {
          try $0.type("q")
        }
        if way == "config" {
          let file = directory.url("config/modeldex/config.json")
          try FileManager.default.createDirectory(
            at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
          try Data(#"{"restore": false}"#.utf8).write(to: file)
        }
        let flags = way == "query" ? ["alpha"] : []
        let second = try BrowserSession(upstream: server.address, flags: flags, in: directory)
        let screen = try second.terminal.waitFor(way == "query" ? "─ acme/alpha ─" : Self.listed)
        #expect(!screen.contains("acme/b "))
      }
    }
  }
}
