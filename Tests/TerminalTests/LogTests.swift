import Foundation
import Support
import Testing

extension TerminalTests {
  @Test func `background events are logged, and hostile messages are harmless there`()
    async throws
  {
    try await SimulatedOpenRouter.serving(
      .listing(["team/first"]), otherwise: .error(500, HostileText.joined)
    ) { upstream in
      let session = try BrowserSession(upstream: upstream.address)
      try session.terminal.waitFor("● live")
      try session.terminal.press("r")
      try session.terminal.waitFor("last try failed")
      try session.terminal.type("q")
      #expect(try session.terminal.exitStatus() == 0)
      let log = try String(
        contentsOf: session.directory.url("state/modeldex/modeldex.log"), encoding: .utf8)
      let lines = log.split(separator: "\n")
      // It may have retried in the meantime and failed.
      #expect(lines.count >= 2)
      // Finding the fetched list in the cache is not a refresh.
      let next = try BrowserSession(upstream: upstream.address, in: session.directory)
      try next.terminal.waitFor("● cached")
      try next.terminal.type("q")
      #expect(try next.terminal.exitStatus() == 0)
      let later = try String(
        contentsOf: session.directory.url("state/modeldex/modeldex.log"), encoding: .utf8)
      #expect(!later.dropFirst(log.count).contains("refreshed"))
      let facts = "info refreshed added=1 changed=0 models=1 removed=0"
      #expect(lines.first?.hasSuffix(facts) ?? false)
      for (number, line) in lines.dropFirst().enumerated() {
        #expect(line.contains("warning refresh failed attempts=\(number + 1) reason="))
      }
      for line in lines { #expect(ShownText.fault(in: String(line)) == nil) }
    }
  }
}
