import Support
import Testing

extension BrowserSession {
  /// Checks that Ctrl-l, which redraws everything, changes nothing: otherwise an earlier frame left
  /// the terminal in a wrong state.
  ///
  /// Waits until transient content is gone (a message in the bottom line, a refresh) and ignores
  /// the age of the models. If news arrives in between, the check is repeated. `process` is the
  /// browser, if a wrapper runs it.
  func expectRepaintChangesNothing(
    by process: RunningProcess? = nil, _ comment: Comment? = nil
  ) throws {
    let process = try process ?? RunningProcess(terminal.processID())
    for _ in 0..<3 {
      let calm = try calmScreen(of: process)
      let before = try picture()
      let after = try repainted(expecting: before)
      if after == before { return }
      // An error message stays until a key is pressed, and Ctrl-l is a key.
      let hasMessage =
        Self.isPassing(foot: try terminal.screen()) || Self.foot(of: calm).hasPrefix(" ✗")
      if hasMessage || before.first != after.first { continue }
      let rows = zip(before, after).enumerated().filter { $1.0 != $1.1 }
        .map { "row \($0) was\n\($1.0)\nand is\n\($1.1)" }
      let shown = rows.prefix(4).joined(separator: "\n")
      Issue.record(
        "\(rows.count) of \(before.count) rows differ\n\(shown)\n\(comment?.rawValue ?? "")")
      return
    }
    Issue.record("the header never came to rest\n\(comment?.rawValue ?? "")")
  }

  /// The screen after Ctrl-l; if it never becomes equal, the last one.
  private func repainted(expecting before: [Substring]) throws -> [Substring] {
    // A mark in the bottom line: the repaint is complete when it is gone.
    try terminal.scribble("\u{1B}7\u{1B}[?7l\u{1B}[999;1H\u{1B}[m\(Self.mark)\u{1B}[?7h\u{1B}8")
    try terminal.waitFor("the mark") { Self.foot(of: $0).hasPrefix(Self.mark) }
    try terminal.press("C-l")
    try terminal.waitFor("the repaint") { !Self.foot(of: $0).hasPrefix(Self.mark) }
    var after: [Substring] = []
    // The rest of the last line may not have arrived yet.
    try? terminal.wait(for: "the same screen") {
      after = try picture()
      return after == before
    }
    return after
  }

  /// Waits until there is no transient message, no refresh, no activity and no drawing for several
  /// polls.
  @discardableResult
  func calmScreen(of process: RunningProcess? = nil) throws -> String {
    let process = try process ?? RunningProcess(terminal.processID())
    var last = ""
    var looks = 0
    return try terminal.waitFor("a calm screen") { screen in
      let isCalm =
        try screen == last && process.isAsleep && !Self.isPassing(foot: screen)
        && !screen.contains("refreshing") && !screen.contains("… loading")
        && terminal.hasToldItsSize()
      last = screen
      looks = isCalm ? looks + 1 : 0
      return looks == 4
    }
  }

  /// The screen with its styles; of the header only the part before the age of the models.
  private func picture() throws -> [Substring] {
    var lines = try terminal.styledScreen().split(separator: "\n", omittingEmptySubsequences: false)
    if let end = lines.first?.firstRange(of: /[●○▲]/)?.upperBound {
      lines[0] = lines[0][..<end]
    }
    // Removes colours that only spaces follow.
    return lines.map { line in
      line.firstRange(of: /(?:\u{1B}\[[0-9;]*m)+$/).map { line[..<$0.lowerBound] } ?? line
    }
  }

  /// Without output of the program.
  private static let mark = "\u{2593}"

  private static func foot(of screen: String) -> Substring {
    screen.dropLast().split(separator: "\n", omittingEmptySubsequences: false).last ?? ""
  }

  private static func isPassing(foot screen: String) -> Bool {
    let foot = foot(of: screen)
    return foot.hasPrefix(" ●") || foot.hasPrefix(" ▲")
  }
}
