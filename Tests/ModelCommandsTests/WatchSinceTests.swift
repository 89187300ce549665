import Foundation
import Support
import Testing

/// A watch that is started again.
@Suite(.timeLimit(.minutes(Sanitizers.patience)))
struct WatchSinceTests {
  private let program: Program

  init() throws { program = try Program() }

  /// Runs a watch that ends with its first event, or without one when it is interrupted after the
  /// second answer.
  private func watch(_ line: String, _ server: SimulatedOpenRouter) async throws -> String {
    let outcome = try await program.shell(
      "modeldex watch \(line) --once --refresh-interval 1s --upstream \(server.address)")
    #expect(outcome.status == 0)
    return outcome.output
  }

  @Test func `with --since last it reports what changed meanwhile, by query`() async throws {
    let server = try await SimulatedOpenRouter(
      answering: .body(ListingBody.of([.init("a/one"), .init("a/two")])))
    server.next([.body(ListingBody.of([.init("a/one")]))])
    #expect(
      try await watch("source:openrouter --since last", server)
        == "+ a/two  Name of a/two  listed\n")
    // Meanwhile: refreshed by somebody else.
    server.answer(.body(ListingBody.of([.init("a/two", price: "0"), .init("a/three")])))
    let refreshed = try await program.run("refresh", "--upstream", server.address)
    #expect(refreshed.status == 0)
    let resumed = try await watch("source:openrouter --since last", server)
    #expect(
      resumed == "+ a/three  Name of a/three  listed\n- a/one  Name of a/one  no longer listed\n")
    // Another query was not watched before: it begins now.
    server.answer(.body(ListingBody.of([.init("a/two", price: "0"), .init("a/four", price: "0")])))
    #expect(
      try await watch("is:free --since last", server) == "+ a/four  Name of a/four  listed\n")
    await server.stop()
  }

  @Test func `with a date it reports what changed since`() async throws {
    let server = try await SimulatedOpenRouter(
      answering: .body(ListingBody.of([.init("a/one"), .init("a/two")])))
    server.next([.body(ListingBody.of([.init("a/one")]))])
    for _ in 0..<2 { _ = try await program.run("refresh", "--upstream", server.address) }
    #expect(
      try await watch("source:openrouter --since 2026-01-01", server)
        == "+ a/two  Name of a/two  listed\n")
    await server.stop()
  }

  @Test(arguments: ["yesterday", "2026-13-01", ""])
  func `what is no date is wrong usage`(date: String) async throws {
    let outcome = try await program.run("watch", "is:free", "--since", date)
    #expect(outcome.status == 64)
    #expect(outcome.error.hasPrefix("modeldex: --since: “\(date)” is not a date"))
  }
}
