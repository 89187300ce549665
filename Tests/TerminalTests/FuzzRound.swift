import Foundation
import Support
import Testing

/// One browser in one terminal, and what random steps do to it.
struct FuzzRound {
  let session: BrowserSession
  private let server: SimulatedOpenRouter
  private let process: RunningProcess
  private(set) var steps: [FuzzStep] = []
  private(set) var samples: [ProcessSample] = []

  /// Brings back what is stopped, as a person with `fg` would.
  private static let keeper = [
    "python3",
    URL(filePath: #filePath).deletingLastPathComponent().appending(path: "keeper.py").path,
  ]

  /// Starts the browser in front of a keeper.
  init(server: SimulatedOpenRouter) throws {
    self.server = server
    session = try BrowserSession(
      upstream: server.address, wrapper: Self.keeper,
      environment: ["BROWSER": "true", "DISPLAY": nil, "WAYLAND_DISPLAY": nil],
      in: try Self.directory())
    try session.terminal.waitFor("● live")
    process = try #require(RunningProcess(try session.terminal.processID()).child)
  }

  /// Starts it by itself, shown or not yet.
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

  /// Alive, and what it shows is what it means.
  func look(_ context: Comment) throws {
    let isAlive = process.descriptors > 0
    if !isAlive { Issue.record("it ended with \(try session.terminal.exitStatus()); \(context)") }
    try #require(isAlive)
    // Whatever sequence or paste was left open ends here.
    try session.terminal.send("\u{1B}[201~\u{1B}\\".utf8)
    try session.expectRepaintChangesNothing(by: process, context)
  }

  /// Leaves it as a person does: the terminal is as before, and nothing had to be said.
  func end(_ context: Comment) throws {
    try calm()
    let output = try session.terminal.record()
    try session.terminal.type("q")
    let status = try session.terminal.exitStatus()
    #expect(status == 0, context)
    try session.expectRestored(context)
    // Behind the screen it left nothing that a library or the runtime had to say. (Not looked
    // for on the screen: tmux brings parts of the other one back after changes of size.)
    let sent = String(decoding: try Data(contentsOf: output), as: UTF8.self)
    let end = try #require(sent.ranges(of: "\u{1B}[?1049l").last?.upperBound)
    let said = sent[end...].replacing(/\u{1B}[\[(\]][0-9;?]*[A-Za-z]/, with: "")
    #expect(said.filter { $0.isLetter } == "echoed", "\(said.debugDescription) \(context)")
  }

  /// Back at the list, in a screen with room.
  private func calm() throws {
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
