import Foundation
import Support
import Testing

extension TerminalTests {
  /// Random keys, bytes, pastes, sizes, signals and listings against the built program.
  ///
  /// `MODELDEX_FUZZ_SECONDS` is the duration (`.ci/nightly` uses 300) and `MODELDEX_FUZZ_SEED` the
  /// seed; a failure names the seed and the last steps.
  struct FuzzTests {
    private static let environment = ProcessInfo.processInfo.environment
    private static let duration: Duration = .seconds(
      environment["MODELDEX_FUZZ_SECONDS"].flatMap { Int($0) } ?? 8)
    private static let seed =
      environment["MODELDEX_FUZZ_SEED"].flatMap { UInt64($0) } ?? UInt64.random(in: 0...999_999)

    @Test(.enabled(if: Tool.isThere("python3"), "there is no python3"))
    func `no input, size, signal or news crashes it, leaks or corrupts a frame`()
      async throws
    {
      let clock = ContinuousClock()
      let end = clock.now + Self.duration
      var random = SeededRandom(seed: Self.seed)
      let server = try await SimulatedOpenRouter(
        answering: FuzzRound.listing(of: 20, using: &random))
      var crashes = 0
      while try Self.crashesTerminal(server, until: end, crashes, using: &random) {
        crashes += 1
        print("fuzz: the terminal itself crashed, for the \(crashes). time; seed \(Self.seed)")
        // If tmux always crashes, nothing has been tested.
        #expect(crashes <= 2 + Self.duration.components.seconds / 20)
      }
      await server.stop()
    }

    /// One terminal session; true if tmux itself crashed, which it does on some resizes (3.3a while
    /// it reflows the other screen), independently of the browser.
    private static func crashesTerminal(
      _ server: SimulatedOpenRouter, until end: ContinuousClock.Instant, _ earlier: Int,
      using random: inout SeededRandom
    ) throws -> Bool {
      let clock = ContinuousClock()
      var nextLook = clock.now + .seconds(4)
      server.answer(FuzzRound.listing(of: 20, using: &random))
      var round = try FuzzRound(server: server)
      func context() -> Comment {
        """
        seed \(seed), terminal \(earlier + 1), after \(round.steps.count) steps: \
        \(round.steps.suffix(30))
        """
      }
      do {
        repeat {
          try round.perform(FuzzStep.random(using: &random), using: &random)
          guard clock.now >= nextLook else { continue }
          try round.look(context())
          nextLook = clock.now + .seconds(10)
        } while clock.now < end
        try round.look(context())
        print(
          "fuzz: \(ProcessSample.summary(round.samples)); \(round.steps.count) steps, seed \(seed)")
        #expect(ProcessSample.growth(round.samples, megabytes: 48) == nil, context())
        try round.end(context())
      } catch {
        if round.session.terminal.hasCrashed { return true }
        let shown = (try? round.session.terminal.screen()) ?? "no screen"
        Issue.record(error, "\(context())\n\(shown)")
      }
      return false
    }

    @Test(
      arguments: [
        (SIGTERM, 143), (SIGHUP, 129), (SIGINT, 130), (SIGQUIT, 131), (SIGSEGV, 139),
      ])
    func `a signal at any time ends it with its number and restores the terminal`(
      signal: Int32, status: Int
    ) async throws {
      var random = SeededRandom(seed: Self.seed &+ UInt64(signal))
      let server = try await SimulatedOpenRouter(
        answering: FuzzRound.listing(of: 20, using: &random))
      // As many as a twentieth of the time allows, at least one.
      for number in 0..<max(1, Int(Self.duration.components.seconds) / 20) {
        var round = try FuzzRound(server: server, waits: number != 1)
        let terminal = round.session.terminal
        for _ in 0..<Int.random(in: 0...40, using: &random) {
          let step = FuzzStep.random(using: &random)
          if case .signals = step { continue }
          try round.perform(step, using: &random)
        }
        try terminal.signal(signal)
        let context: Comment = "seed \(Self.seed), round \(number), \(round.steps.count) steps"
        let ended = try terminal.exitStatus()
        #expect(ended == status, context)
        try terminal.resize(columns: 80, rows: 24)
        try round.session.expectRestored(context)
      }
      await server.stop()
    }
  }
}
