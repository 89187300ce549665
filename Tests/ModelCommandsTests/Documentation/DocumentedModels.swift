import Foundation
import Support

/// What the samples of the documentation were made from: OpenRouter's list of 2026-08-21 and the
/// endpoints of the day after, as a server on loopback, and two older lists in the history.
enum DocumentedModels {
  /// The server's list could not be fetched.
  struct Failure: Error { let reason: String }

  static let isPresent = Captures.listings.contains("openrouter-20260821.json")

  /// Runs with a home directory that has the cache and history, and the files that samples name.
  static func with(
    _ body: (Program, SimulatedOpenRouter) async throws -> Void
  ) async throws {
    let listing = try Captures.body("openrouter-20260821.json")
    try await SimulatedOpenRouter.serving(otherwise: .error(404, "no such model")) { server in
      server.answer("/models?output_modalities=all", with: .body(listing))
      for (id, body) in try EndpointBody.captured() {
        server.answer(endpointsOf: id, with: .body(body))
      }
      var program = try Program()
      program.environment["MODELDEX_UPSTREAM"] = server.address
      for name in ["openrouter-20260731.json", "openrouter-20260801.json"] {
        try program.write(try Captures.body(name), to: name)
        _ = try await program.run("import", name)
      }
      let refreshed = try await program.run("refresh")
      guard refreshed.status == 0 else { throw Failure(reason: refreshed.error) }
      try await body(program, server)
    }
  }
}
