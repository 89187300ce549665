import Support
import Testing

extension BrowserSession {
  /// Ctrl-l, which draws everything anew, must find nothing to mend: else some frame before it
  /// left the terminal showing something else than was meant.
  ///
  /// What passes by itself is waited out (a message at the foot, a refresh) or left out (how old
  /// the models are). If news comes in between, all is looked at again.
  /// `process` is the browser, if a wrapper runs it.
  func expectRepaintChangesNothing(
    by process: RunningProcess? = nil, _ comment: Comment? = nil
  ) throws {
    let process = try process ?? RunningProcess(terminal.processID())
    for _ in 0..<3 {
      let calm = try calmScreen(of: process)
      let before = try picture()
      let after = try repainted(expecting: before)
      if after == before { return }
      // An error stays until a key is pressed, and Ctrl-l is one.
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

  /// The picture after Ctrl-l; if it never becomes the same, the last one.
  private func repainted(expecting before: [Substring]) throws -> [Substring] {
    // A mark below everything: the repaint is over when it is gone.
    try terminal.scribble("\u{1B}7\u{1B}[?7l\u{1B}[999;1H\u{1B}[m\(Self.mark)\u{1B}[?7h\u{1B}8")
    try terminal.waitFor("the mark") { Self.foot(of: $0).hasPrefix(Self.mark) }
    try terminal.press("C-l")
    try terminal.waitFor("the repaint") { !Self.foot(of: $0).hasPrefix(Self.mark) }
    var after: [Substring] = []
    // The rest of the last line may still be on its way.
    try? terminal.wait(for: "the same screen") {
      after = try picture()
      return after == before
    }
    return after
  }

  /// No message that goes by itself, no refresh, no work and nothing drawn in several looks.
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

  /// The screen with its styles; of the header, what stands before the age of the models.
  private func picture() throws -> [Substring] {
    var lines = try terminal.styledScreen().split(separator: "\n", omittingEmptySubsequences: false)
    if let end = lines.first?.firstRange(of: /[●○▲]/)?.upperBound {
      lines[0] = lines[0][..<end]
    }
    // Colours that nothing follows but blanks.
    return lines.map { line in
      line.firstRange(of: /(?:\u{1B}\[[0-9;]*m)+$/).map { line[..<$0.lowerBound] } ?? line
    }
  }

  /// Nothing of the program's own.
  private static let mark = "\u{2593}"

  private static func foot(of screen: String) -> Substring {
    screen.dropLast().split(separator: "\n", omittingEmptySubsequences: false).last ?? ""
  }

  private static func isPassing(foot screen: String) -> Bool {
    let foot = foot(of: screen)
    return foot.hasPrefix(" ●") || foot.hasPrefix(" ▲")
  }
}
