import ModelCatalog

/// Options of the terminal, from flags and environment, fixed before it is opened.
package struct TerminalOptions: Sendable {
  package enum ColorMode: String, Sendable {
    case auto, always, never
  }

  package var color: ColorMode
  package var mouse: Bool
  /// Letters beyond ASCII are replaced even if the locale has them.
  package var isASCII: Bool
  package var environment: [String: String]

  package init(
    color: ColorMode = .auto, mouse: Bool = true, isASCII: Bool = false,
    environment: [String: String]
  ) {
    self.color = color
    self.mouse = mouse
    self.isASCII = isASCII
    self.environment = environment
  }

  /// Empty if unset.
  var type: String { DisplayText.clean(environment["TERM"] ?? "", limit: 60) }

  /// The type to use if terminfo does not know ``type``, which is common over ssh; nil for none.
  var fallbackType: String? {
    let modern = ["ghostty", "kitty", "alacritty", "wezterm", "foot", "contour", "rio"]
    let isModern = type.hasPrefix("xterm-") || modern.contains { type.contains($0) }
    if isModern { return "xterm-256color" }
    if type.hasPrefix("tmux") || type.hasPrefix("screen") { return "screen" }
    return nil
  }

  var wantsColor: Bool {
    switch color {
    case .always: true
    case .never: false
    case .auto: (environment["NO_COLOR"] ?? "").isEmpty
    }
  }

  /// How long a lone ESC waits for the rest of a sequence; longer over a network.
  var escapeDelay: Duration {
    let isRemote = environment["SSH_CONNECTION"] != nil || environment["SSH_TTY"] != nil
    return isRemote ? .milliseconds(100) : .milliseconds(25)
  }

  /// Whether the terminal is GNU screen, which joins the bytes of a mouse event and of an Esc before
  /// it: there the mouse is off until the user turns it on.
  var isGNUScreen: Bool {
    environment["STY"]?.isEmpty == false && (environment["TMUX"] ?? "").isEmpty
  }

  func extent(_ name: String) -> Int {
    environment[name].flatMap(Int.init).flatMap { (1...10_000).contains($0) ? $0 : nil } ?? 0
  }
}
