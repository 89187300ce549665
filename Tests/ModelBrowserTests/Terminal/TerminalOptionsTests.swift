import Testing

@testable import ModelBrowser

@Suite struct TerminalOptionsTests {
  @Test(
    arguments: [
      ("xterm-ghostty", "xterm-256color"), ("xterm-kitty", "xterm-256color"),
      ("alacritty", "xterm-256color"), ("foot-extra", "xterm-256color"),
      ("tmux-direct", "screen"), ("vt220-odd", nil), ("dumb", nil), ("", nil),
    ] as [(String, String?)]) func `an unknown terminal is taken for one that it resembles`(
      type: String, fallback: String?
    )
  {
    #expect(TerminalOptions(environment: ["TERM": type]).fallbackType == fallback)
  }

  @Test(
    arguments: [
      (.auto, nil, true), (.auto, "", true), (.auto, "0", false), (.always, "1", true),
      (.never, nil, false),
    ] as [(TerminalOptions.ColorMode, String?, Bool)])
  func `a flag outranks NO_COLOR and an empty NO_COLOR means nothing`(
    mode: TerminalOptions.ColorMode, value: String?, wants: Bool
  ) {
    let options = TerminalOptions(color: mode, environment: value.map { ["NO_COLOR": $0] } ?? [:])
    #expect(options.wantsColor == wants)
  }

  @Test func `a lone escape waits longer behind a network`() {
    #expect(TerminalOptions(environment: [:]).escapeDelay == .milliseconds(25))
    #expect(
      TerminalOptions(environment: ["SSH_CONNECTION": "a b"]).escapeDelay == .milliseconds(100))
  }

  @Test(
    arguments: [
      (["STY": "1.pts"], true), (["STY": "1.pts", "TMUX": "/tmp/x"], false), (["STY": ""], false),
      (["TERM": "screen-256color", "TMUX": "/tmp/x"], false), ([:], false),
    ] as [([String: String], Bool)])
  func `GNU screen is known by its session`(environment: [String: String], isScreen: Bool) {
    #expect(TerminalOptions(environment: environment).isGNUScreen == isScreen)
  }

  @Test(arguments: [
    (TerminalError.unknownType("bogus"), "TERM=bogus"), (.tooSimple("dumb"), "TERM=dumb"),
    (.unknownType(""), "TERM is not set"), (.noTerminal, "needs a terminal"),
    (.noSize, "no size"),
  ]) func `an error names what is wrong in one sentence`(error: TerminalError, words: String) {
    #expect(error.description.contains(words))
    #expect(error.description.hasSuffix("."))
    #expect(!error.description.contains("\n"))
  }
}
