import Foundation
import Support
import Testing

extension TerminalTests {
  /// Random keys, bytes, pastes, sizes, signals and listings against the built program.
  ///
  /// `MODELDEX_FUZZ_SECONDS` says how long (300 is the long dose) and `MODELDEX_FUZZ_SEED` which
  /// way; a failure names the seed and the last steps. Only when asked for: on a machine that is
  /// busy with other tests, what it takes for a calm screen is not always one.
  struct FuzzTests {
    private static let environment = ProcessInfo.processInfo.environment
    private static let duration: Duration = .seconds(
      environment["MODELDEX_FUZZ_SECONDS"].flatMap { Int($0) } ?? 8)
    private static let seed =
      environment["MODELDEX_FUZZ_SEED"].flatMap { UInt64($0) } ?? UInt64.random(in: 0...999_999)

    /// Brings back what is stopped, as a person with `fg` would. (Not in a loop: that ends when
    /// what runs in it is stopped.)
    private static let keeper = [
      "bash", "--norc", "--noprofile", "-c",
      """
      keep() {
        if [ $1 -lt 147 ] || [ $1 -gt 150 ]; then exit $1; fi
        fg > /dev/null; keep $?
      }
      set -m; "$@"; keep $?
      """, "bash",
    ]

    @Test(.enabled(if: environment["MODELDEX_FUZZ_SECONDS"] != nil, "MODELDEX_FUZZ_SECONDS asks"))
    func `no input, size, signal or news brings it down, leaks or spoils a frame`()
      async throws
    {
      var random = SeededRandom(seed: Self.seed)
      let server = try await SimulatedOpenRouter(answering: Self.listing(of: 20, using: &random))
      let session = try BrowserSession(
        upstream: server.address, wrapper: Self.keeper,
        environment: ["BROWSER": "true", "DISPLAY": nil, "WAYLAND_DISPLAY": nil])
      try session.terminal.waitFor("● live")
      let process = try #require(RunningProcess(try session.terminal.processID()).child)

      var steps: [FuzzStep] = []
      var samples: [Sample] = []
      func context() -> Comment {
        "seed \(Self.seed), after \(steps.count) steps: \(steps.suffix(30))"
      }
      let clock = ContinuousClock()
      let end = clock.now + Self.duration
      var nextLook = clock.now + .seconds(4)
      do {
        while clock.now < end {
          let step = FuzzStep.random(using: &random)
          steps.append(step)
          try Self.take(step, session, process, server, using: &random)
          if steps.count.isMultiple(of: 10) { samples.append(Sample(process)) }
          guard clock.now >= nextLook else { continue }
          try Self.look(at: session, process, context())
          nextLook = clock.now + .seconds(10)
        }
        try Self.look(at: session, process, context())
        print("fuzz: \(Sample.summary(samples)); \(steps.count) steps, seed \(Self.seed)")
        Sample.expectNoGrowth(samples, context())

        try Self.calm(session)
        let output = try session.terminal.record()
        try session.terminal.type("q")
        let status = try session.terminal.exitStatus()
        #expect(status == 0, context())
        try session.expectRestored(context())
        // Behind the screen it left nothing that a library or the runtime had to say. (Not looked
        // for on the screen: tmux brings parts of the other one back after changes of size.)
        let sent = String(decoding: try Data(contentsOf: output), as: UTF8.self)
        let end = try #require(sent.ranges(of: "\u{1B}[?1049l").last?.upperBound)
        let said = sent[end...].replacing(/\u{1B}[\[(\]][0-9;?]*[A-Za-z]/, with: "")
        #expect(said.filter { $0.isLetter } == "echoed", "\(said.debugDescription) \(context())")
      } catch {
        let shown = (try? session.terminal.screen()) ?? "no screen"
        Issue.record(error, "\(context())\n\(shown)")
      }
      await server.stop()
    }

    @Test(
      arguments: [
        (SIGTERM, 143), (SIGHUP, 129), (SIGINT, 130), (SIGQUIT, 131), (SIGSEGV, 139),
      ])
    func `a signal at any moment ends it with its number and restores the terminal`(
      signal: Int32, status: Int
    ) async throws {
      var random = SeededRandom(seed: Self.seed &+ UInt64(signal))
      let server = try await SimulatedOpenRouter(answering: Self.listing(of: 20, using: &random))
      // As many as a twentieth of the time allows, one at least.
      for round in 0..<max(1, Int(Self.duration.components.seconds) / 20) {
        let session = try BrowserSession(
          upstream: server.address, environment: ["BROWSER": "true"])
        let process = RunningProcess(try session.terminal.processID())
        let count = Int.random(in: 0...40, using: &random)
        if round != 1 { try session.terminal.waitFor("Browse") }
        for _ in 0..<count {
          let step = FuzzStep.random(using: &random)
          guard case .signals = step else {
            try Self.take(step, session, process, server, using: &random)
            continue
          }
        }
        try session.terminal.signal(signal)
        let context: Comment = "seed \(Self.seed), round \(round), \(count) steps"
        let ended = try session.terminal.exitStatus()
        #expect(ended == status, context)
        try session.terminal.resize(columns: 80, rows: 24)
        try session.expectRestored(context)
      }
      await server.stop()
    }

    private static func take(
      _ step: FuzzStep, _ session: BrowserSession, _ process: RunningProcess,
      _ server: SimulatedOpenRouter, using random: inout SeededRandom
    ) throws {
      switch step {
      case .bytes(let bytes): if !bytes.isEmpty { try session.terminal.send(bytes) }
      case .resize(let columns, let rows):
        try session.terminal.resize(columns: columns, rows: rows)
      case .signals(let numbers): for number in numbers { kill(process.id, number) }
      case .listing(let count): server.answer(listing(of: count, using: &random))
      case .upstreamFails: server.answer(.error(503, "down for a moment"))
      }
    }

    /// Alive, and what it shows is what it means.
    private static func look(
      at session: BrowserSession, _ process: RunningProcess, _ context: Comment
    ) throws {
      let isAlive = process.descriptors > 0
      if !isAlive { Issue.record("it ended with \(try session.terminal.exitStatus()); \(context)") }
      try #require(isAlive)
      // Whatever sequence or paste was left open ends here.
      try session.terminal.send("\u{1B}[201~\u{1B}\\".utf8)
      try session.expectRepaintChangesNothing(by: process, context)
    }

    /// Back at the list, in a screen with room.
    private static func calm(_ session: BrowserSession) throws {
      try session.terminal.resize(columns: 100, rows: 30)
      // Keys are not for a screen that has no room.
      try session.terminal.waitFor("the new width") {
        $0.split(separator: "\n").contains { $0.hasPrefix("╭") && $0.count == 100 }
      }
      // A bell is no key, and tells Escape from Alt.
      try session.terminal.send([UInt8](repeating: 0x1B, count: 8) + [0x07, 0x3F])
      try session.terminal.waitFor("─ Help ")
      try session.terminal.press("Escape")
      try session.terminal.waitFor("the list") { !$0.contains("─ Help ") }
    }

    private static func listing(of count: Int, using random: inout SeededRandom) -> Answer {
      let names = ["plain", "漢字かな", "👨‍👩‍👧‍👦", "e\u{301}", "\u{1B}[31mred", "\u{202E}x", "한국어"]
      return .body(
        ListingBody.of(
          (0..<count).map { place in
            let name = "\(names.randomElement(using: &random) ?? "") \(place)"
            let price = "0.00000\(Int.random(in: 0...9, using: &random))"
            return ListingBody.Row("author-\(place % 7)/model-\(place)", price: price)
              .with("name", ListingBody.Row.quoted(name))
          }))
    }
  }
}
