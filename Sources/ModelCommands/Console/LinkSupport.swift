/// Which terminals make a text with an address a link (OSC 8).
///
/// A terminal that does not know the sequence may print it, so only those that are known to have it
/// get it. Inside tmux its own version decides, because the variables of the terminal around it are
/// those of the time when its server was started.
enum LinkSupport {
  static func isKnown(in environment: [String: String]) -> Bool {
    if let wish = environment["FORCE_HYPERLINK"] { return wish != "0" && wish != "false" }
    let type = environment["TERM"] ?? ""
    let program = environment["TERM_PROGRAM"] ?? ""
    func number(_ name: String) -> Int { environment[name].flatMap { Int($0) } ?? 0 }
    if ["", "dumb", "linux"].contains(type) || environment.nonEmpty("STY") != nil { return false }
    if environment.nonEmpty("TMUX") != nil || type.hasPrefix("tmux") || type.hasPrefix("screen") {
      return program == "tmux"
        && isAtLeast(environment["TERM_PROGRAM_VERSION"] ?? "", major: 3, minor: 4)
    }
    return types.contains { type == $0 || type.hasPrefix($0 + "-") }
      || programs.contains(program)
      || number("VTE_VERSION") >= 5000 || number("KONSOLE_VERSION") >= 201_200
      || environment.nonEmpty("WT_SESSION") != nil
  }

  private static let types = [
    "xterm-kitty", "xterm-ghostty", "alacritty", "foot", "wezterm", "contour",
  ]
  private static let programs = ["iTerm.app", "WezTerm", "vscode", "ghostty", "mintty", "Hyper"]

  /// Of a version like `3.4`, `3.5a` or `next-3.6`.
  private static func isAtLeast(_ version: String, major: Int, minor: Int) -> Bool {
    let digits = version.drop { !$0.isNumber }
    let parts = digits.split(separator: ".").prefix(2).map { part in
      Int(part.prefix { $0.isASCII && $0.isNumber }) ?? 0
    }
    guard let first = parts.first else { return false }
    return first > major || first == major && parts.count > 1 && parts[1] >= minor
  }
}
