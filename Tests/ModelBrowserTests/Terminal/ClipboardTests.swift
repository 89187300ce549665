import Testing

@testable import ModelBrowser

@Suite struct ClipboardTests {
  struct Case: CustomTestStringConvertible {
    var environment: [String: String]
    var installed: Set<String>
    var tool: String?
    var usesTerminal: Bool

    init(
      _ environment: [String: String], _ installed: Set<String>, _ tool: String?,
      usesTerminal: Bool = false
    ) {
      self.environment = environment
      self.installed = installed
      self.tool = tool
      self.usesTerminal = usesTerminal
    }

    var testDescription: String { "\(environment) with \(installed)" }
  }

  @Test(arguments: [
    Case(["WAYLAND_DISPLAY": "w", "DISPLAY": ":0"], ["wl-copy", "xclip"], "wl-copy"),
    Case(["WAYLAND_DISPLAY": "w", "DISPLAY": ":0"], ["xclip", "xsel"], "xclip"),
    Case(["DISPLAY": ":0"], ["wl-copy", "xsel"], "xsel"),
    Case(["DISPLAY": ""], ["xsel"], nil, usesTerminal: true),
    Case(["DISPLAY": ":0"], [], nil, usesTerminal: true),
    Case([:], ["wl-copy", "xclip"], nil, usesTerminal: true),
    Case(["DISPLAY": ":10", "SSH_CONNECTION": "a"], ["xclip"], nil, usesTerminal: true),
    Case(["DISPLAY": ":10", "SSH_TTY": "a"], ["xclip"], nil, usesTerminal: true),
    Case(["TMUX": "s"], ["tmux"], "tmux", usesTerminal: true),
    Case(["TMUX": "s"], [], nil, usesTerminal: true),
    Case(["TMUX": "s", "DISPLAY": ":0"], ["tmux", "xclip"], "xclip"),
    Case(
      ["TMUX": "s", "DISPLAY": ":0", "SSH_TTY": "a"], ["tmux", "xclip"], "tmux",
      usesTerminal: true),
  ]) func `where a copy goes follows from where the person sits`(row: Case) {
    let plan = Clipboard.plan(environment: row.environment) { row.installed.contains($0) }
    #expect(plan.tool?.first == row.tool)
    #expect(plan.usesTerminal == row.usesTerminal)
  }

  @Test func `the terminal gets the text encoded`() {
    #expect(Clipboard.terminalSequence(for: "a/é") == "\u{1B}]52;c;YS/DqQ==\u{7}")
  }

  @Test func `a text that terminals would drop is refused`() {
    // Three bytes become four: 56,244 bytes are 74,992 encoded, three more are too many.
    #expect(Clipboard.terminalSequence(for: String(repeating: "a", count: 56_244)) != nil)
    #expect(Clipboard.terminalSequence(for: String(repeating: "a", count: 56_247)) == nil)
  }

  @Test(
    arguments: [
      (Clipboard.Plan(tool: ["cat"], usesTerminal: false), false, .copied(with: "cat")),
      (Clipboard.Plan(tool: ["cat"], usesTerminal: true), true, .sentToTerminal),
      (Clipboard.Plan(tool: ["false"], usesTerminal: true), true, .sentToTerminal),
      (
        Clipboard.Plan(tool: ["false"], usesTerminal: false), false,
        .failed("false ended with status 1")
      ),
      (
        Clipboard.Plan(tool: ["no-such-tool-here"], usesTerminal: false), false,
        .failed("no-such-tool-here did not start: No such file or directory")
      ),
      (Clipboard.Plan(tool: nil, usesTerminal: true), true, .sentToTerminal),
      (
        Clipboard.Plan(tool: nil, usesTerminal: true), false,
        .failed("too long for the terminal, or the terminal is not responding")
      ),
    ] as [(Clipboard.Plan, Bool, Clipboard.Outcome)])
  func `the message claims only what is known to have happened`(
    plan: Clipboard.Plan, wasSent: Bool, outcome: Clipboard.Outcome
  ) {
    #expect(
      Clipboard.finish(plan, text: "text", environment: [:], wasSent: wasSent) == outcome)
  }
}
