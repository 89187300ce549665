import Foundation
import Support
import Testing

extension TerminalTests {
  /// Who serves the models, in a real terminal.
  struct EndpointTests {
    @Test func `keys are answered while upstream is asked, rows come, and p opens the page`()
      async throws
    {
      try await SimulatedOpenRouter.serving { server in
        let gate = Gate()
        server.answer("/models?output_modalities=all", with: .listing(["acme/one", "acme/two"]))
        server.answer(
          endpointsOf: "acme/one",
          with: Answer.endpoints("acme/one", .init("fast/eu"), .init("slow")).held(by: gate))
        server.answer(endpointsOf: "acme/two", with: .error(500, "Oh"))
        let session = try BrowserSession(upstream: server.address)
        let terminal = session.terminal
        try terminal.waitFor("● live")
        try terminal.type("/on:fast\r")
        try terminal.waitFor("endpoints 0 of 2")
        // The answer is held back, and nothing waits for it.
        try terminal.type("?")
        try terminal.waitFor("╭─ Help")
        try terminal.press("Escape")
        try terminal.waitFor("endpoints 0 of 2")
        gate.open()
        try terminal.waitFor("fast/eu")
        try terminal.waitFor(
          "the endpoints of 1 model are not known: OpenRouter answered 500: Oh")
        try terminal.type("p")
        try terminal.waitFor("╭─ Providers of acme/one")
        let screen = try terminal.waitFor("▸ fast/eu")
        #expect(screen.contains("2 endpoints · input 1.00, output 2.00 $/M"))
        #expect(server.paths.filter { $0.hasSuffix("/endpoints") }.count == 2)
        try terminal.press("Escape")
        try terminal.waitFor("Browse")
        try terminal.type("q")
        #expect(try terminal.exitStatus() == 0)
      }
    }
  }
}
