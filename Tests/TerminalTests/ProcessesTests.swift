import Foundation
import ModelCatalog
import ModelRegistry
import Support
import Testing

extension TerminalTests {
  /// `MODELDEX_LONG=1` selects the long run of `.ci/nightly`.
  private static let isLong = ProcessInfo.processInfo.environment["MODELDEX_LONG"] != nil

  @Test func `of many browsers and servers one requests upstream, and all show the result`()
    async throws
  {
    let (one, two) = (Answer.listing(["team/first"]), Answer.listing(["team/first", "team/next"]))
    try await SimulatedOpenRouter.serving(one, otherwise: two) { upstream in
      let directory = try TemporaryDirectory()
      func start(_ command: String, _ flags: String...) throws -> TerminalSession {
        var arguments = BrowserSession.arguments(upstream: upstream.address, in: directory)
        arguments.insert(command, at: 1)
        return try TerminalSession(
          arguments + flags, environment: BrowserSession.environment(in: directory))
      }
      let browsers = try (0..<(Self.isLong ? 10 : 3)).map { _ in try start("browse") }
      let servers = try (0..<2).map { _ in try start("serve", "--port", "0") }
      for browser in browsers { try browser.waitFor("1 OpenRouter") }
      for server in servers { try server.waitFor("models=1") }
      #expect(upstream.requests.count == 1)

      let clock = ContinuousClock()
      let refresh = try start("refresh")
      await upstream.received(2)
      let answered = clock.now
      for browser in browsers { try browser.waitFor("2 OpenRouter") }
      for server in servers { try server.waitFor("models=2") }
      print("processes: \(browsers.count) browsers and 2 servers after \(clock.now - answered)")
      try refresh.waitFor("1 added")
      #expect(upstream.requests.count == 2)
    }
  }

  @Test func `whenever it is killed, it leaves usable files`() async throws {
    let listings: [[String]] = [["team/a", "team/b"], ["team/a", "team/c"]]
    try await SimulatedOpenRouter.serving(otherwise: .listing(listings[0])) { server in
      let directory = try TemporaryDirectory()
      let upstream = try Upstream(server.address)
      let settings = RegistrySettings(
        upstream: upstream, cacheDirectory: directory.url("cache").path, userAgent: "test")
      let cachePath = try #require(settings.cachePath)
      let cache = CatalogCache(directory: cachePath, upstream: upstream)
      #expect(try await Self.run("refresh", server.address, in: directory) == 0)
      var random = SeededRandom(seed: 7)
      for round in 0..<(Self.isLong ? 500 : 30) {
        server.answer(.listing(listings[round % 2]))
        // Sometimes a server, which keeps refreshing.
        let serves = round % 10 == 9
        let moment = Duration.milliseconds(
          Int.random(in: 0..<(serves ? 1500 : 90), using: &random))
        _ = try await Self.run(
          serves ? "serve" : "refresh", server.address, in: directory, killedAfter: moment)
        let saved = try #require(cache.load(), "round \(round)")
        #expect(listings.contains(saved.listing.models.map(\.id)), "round \(round)")
      }
      // The lock was released with its owners, and the history is intact.
      server.answer(.listing(["team/a", "team/c", "team/z"]))
      #expect(try await Self.run("refresh", server.address, in: directory) == 0)
      #expect(cache.load()?.listing.models.map(\.id) == ["team/a", "team/c", "team/z"])
      let listed = try await CatalogHistory(directory: cachePath).models(asOf: Date())
      #expect(listed.map(\.id) == ["team/a", "team/c", "team/z"])
    }
  }

  /// Runs a command to its end or for the given time; returns its exit status.
  private static func run(
    _ command: String, _ upstream: String, in directory: TemporaryDirectory,
    killedAfter time: Duration? = nil
  ) async throws -> Int32 {
    let process = Process()
    let arguments = BrowserSession.arguments(upstream: upstream, in: directory)
    process.executableURL = URL(filePath: arguments[0])
    let pace = command == "serve" ? ["--port", "0", "--refresh-interval", "1s"] : []
    process.arguments = [command] + arguments.dropFirst() + pace
    process.environment = ProcessInfo.processInfo.environment
    for (name, value) in BrowserSession.environment(in: directory) {
      process.environment?[name] = value
    }
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    return try await withCheckedThrowingContinuation { continuation in
      process.terminationHandler = { continuation.resume(returning: $0.terminationStatus) }
      do {
        try process.run()
      } catch {
        continuation.resume(throwing: error)
      }
      guard let time else { return }
      let identifier = process.processIdentifier
      Task {
        // The random time of the kill is what is tested.
        try? await Task.sleep(for: time)
        kill(identifier, SIGKILL)
      }
    }
  }
}
