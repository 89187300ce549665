import Support
import Testing

@testable import ModelCommands

/// Links (OSC 8) go to terminals that are known to have them, and into no pipe.
struct LinkSupportTests {
  @Test(arguments: [
    ["TERM": "xterm-kitty"], ["TERM": "foot"], ["TERM": "foot-extra"], ["TERM": "alacritty"],
    ["TERM": "xterm-256color", "VTE_VERSION": "6800"],
    ["TERM": "xterm-256color", "KONSOLE_VERSION": "220401"],
    ["TERM": "xterm-256color", "TERM_PROGRAM": "iTerm.app"],
    ["TERM": "xterm-256color", "TERM_PROGRAM": "vscode"],
    ["TERM": "xterm-256color", "WT_SESSION": "a-b-c"],
    [
      "TERM": "tmux-256color", "TMUX": "/tmp/x", "TERM_PROGRAM": "tmux",
      "TERM_PROGRAM_VERSION": "3.4",
    ],
    [
      "TERM": "screen", "TMUX": "/tmp/x", "TERM_PROGRAM": "tmux",
      "TERM_PROGRAM_VERSION": "next-3.6",
    ],
    ["TERM": "tmux-256color", "TERM_PROGRAM": "tmux", "TERM_PROGRAM_VERSION": "4.0a"],
    ["TERM": "xterm-256color", "FORCE_HYPERLINK": "1"],
  ])
  func `known terminals have links`(environment: [String: String]) {
    #expect(LinkSupport.isKnown(in: environment))
  }

  @Test(arguments: [
    [:], ["TERM": "dumb", "VTE_VERSION": "6800"], ["TERM": "linux"], ["TERM": "xterm-256color"],
    ["TERM": "xterm"], ["TERM": "vt100"], ["TERM": "footing"], ["TERM": "rxvt-unicode-256color"],
    ["TERM": "xterm-256color", "VTE_VERSION": "4602"],
    ["TERM": "xterm-256color", "KONSOLE_VERSION": "180400"],
    ["TERM": "xterm-256color", "TERM_PROGRAM": "Apple_Terminal"],
    ["TERM": "xterm-kitty", "FORCE_HYPERLINK": "0"],
    ["TERM": "screen-256color", "STY": "1.pts", "VTE_VERSION": "6800"],
    ["TERM": "screen-256color", "VTE_VERSION": "6800"],
    [
      "TERM": "tmux-256color", "TMUX": "/tmp/x", "TERM_PROGRAM": "tmux",
      "TERM_PROGRAM_VERSION": "3.3a", "VTE_VERSION": "6800",
    ],
    ["TERM": "tmux-256color", "TMUX": "/tmp/x", "VTE_VERSION": "6800"],
    ["TERM": "tmux-256color", "TERM_PROGRAM": "tmux", "TERM_PROGRAM_VERSION": "3"],
  ])
  func `others have none`(environment: [String: String]) {
    #expect(!LinkSupport.isKnown(in: environment))
  }

  @Test func `a pipe has no links, whatever the terminal`() {
    let environment = ["TERM": "xterm-kitty", "FORCE_HYPERLINK": "1"]
    #expect(!Console(color: .always, environment: environment).styler.hasLinks)
  }
}
