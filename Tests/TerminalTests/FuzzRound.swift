import Foundation
import Support
import Testing

/// One browser in one terminal, with random steps and checks.
struct FuzzRound {
  let session: BrowserSession
  private let server: SimulatedOpenRouter
  private let process: RunningProcess
  private(set) var steps: [FuzzStep] = []
  private(set) var samples: [ProcessSample] = []

  /// Continues stopped processes, as `fg` does.
  private static let keeper = [
    "python3",
    URL(filePath: #filePath).deletingLastPathComponent().appending(path: "keeper.py").path,
  ]

  /// Starts the browser through the keeper.
  init(server: SimulatedOpenRouter) throws {
    self.server = server
    session = try BrowserSession(
      upstream: server.address, wrapper: Self.keeper,
      environment: ["BROWSER": "true", "DISPLAY": nil, "WAYLAND_DISPLAY": nil],
      in: try Self.directory())
    try session.terminal.waitFor("● live")
    process = try #require(RunningProcess(try session.terminal.processID()).child)
  }

  /// Starts the browser directly, visible or not yet.
  init(server: SimulatedOpenRouter, waits: Bool) throws {
    self.server = server
    session = try BrowserSession(
      upstream: server.address, environment: ["BROWSER": "true"], in: try Self.directory())
    process = RunningProcess(try session.terminal.processID())
    if waits { try session.terminal.waitFor("Browse") }
  }

  /// With a configuration in which Enter does nothing in the help, which could end the browser.
  ///
  /// The key that does, Ctrl-\, is not among the random ones.
  private static func directory() throws -> TemporaryDirectory {
    let directory = try TemporaryDirectory()
    let folder = directory.url("config/modeldex")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    try Data(#"{"keys": {"do-action": "Ctrl-\\"}}"#.utf8)
      .write(to: folder.appending(path: "config.json"))
    return directory
  }

  mutating func perform(_ step: FuzzStep, using random: inout SeededRandom) throws {
    steps.append(step)
    switch step {
    case .bytes(let bytes): if !bytes.isEmpty { try session.terminal.send(bytes) }
    case .resize(let columns, let rows):
      try session.terminal.resize(columns: columns, rows: rows)
    case .signals(let numbers): for number in numbers { kill(process.id, number) }
    case .listing(let count): server.answer(Self.listing(of: count, using: &random))
    case .upstreamFails: server.answer(.error(503, "down for a moment"))
    }
    if steps.count.isMultiple(of: 10) { samples.append(ProcessSample(process)) }
  }

  /// Checks that it runs and that the screen shows the intended frame.
  func look(_ context: Comment) throws {
    let isAlive = process.descriptors > 0
    if !isAlive { Issue.record("it ended with \(try session.terminal.exitStatus()); \(context)") }
    try #require(isAlive)
    // Ends any open sequence or paste.
    try session.terminal.send("\u{1B}[201~\u{1B}\\".utf8)
    try session.expectRepaintChangesNothing(by: process, context)
  }

  /// Quits it as a user does, and checks that the terminal is as before and that stderr is empty.
  func end(_ context: Comment) throws {
    try calm()
    let output = try session.terminal.record()
    try session.terminal.type("q")
    let status = try session.terminal.exitStatus()
    #expect(status == 0, context)
    try session.expectRestored(context)
    // No library and no runtime wrote to stderr. (Not checked on the screen: tmux restores parts of
    // the other screen after resizes.)
    let sent = String(decoding: try Data(contentsOf: output), as: UTF8.self)
    let end = try #require(sent.ranges(of: "\u{1B}[?1049l").last?.upperBound)
    let said = sent[end...].replacing(/\u{1B}[\[(\]][0-9;?]*[A-Za-z]/, with: "")
    #expect(said.filter { $0.isLetter } == "echoed", "\(said.debugDescription) \(context)")
  }

  /// Returns to the list, in a screen of sufficient size.
  private func calm() throws {
    try session.terminal.resize(columns: 100, rows: 30)
    // A screen that is too small ignores keys.
    try session.terminal.waitFor("the new width") {
      $0.split(separator: "\n").contains { $0.hasPrefix("╭") && $0.count == 100 }
    }
    // A BEL is not a key, and separates Escape from Alt.
    try session.terminal.send([UInt8](repeating: 0x1B, count: 8) + [0x07, 0x3F])
    try session.terminal.waitFor("─ Help ")
    try session.terminal.press("Escape")
    try session.terminal.waitFor("the list") { !$0.contains("─ Help ") }
  }

  static func listing(of count: Int, using random: inout SeededRandom) -> Answer {
    let names = ["plain", "漢字かな", "👨‍👩‍👧‍👦", "e\u{301}", "\u{1B}[31mred", "\u{202E}x", "한국어"]
    return .body(
      ListingBody.of(
        (0..<count).map { index in
          let name = "\(names.randomElement(using: &random) ?? "") \(index)"
          let price = "0.00000\(Int.random(in: 0...9, using: &random))"
          return ListingBody.Row("author-\(index % 7)/model-\(index)", price: price)
            .with("name", ListingBody.Row.quoted(name))
        }))
  }
}
