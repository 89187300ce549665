/// Why the terminal cannot be used.
package enum TerminalError: Error, Equatable, CustomStringConvertible {
  case noTerminal
  /// With the value of TERM.
  case unknownType(String)
  case tooSimple(String)
  case noSize
  case noResources

  /// One sentence for stderr.
  package var description: String {
    switch self {
    case .noTerminal:
      "The browser needs a terminal, and this process has none."
    case .unknownType(""):
      "TERM is not set, so there is no telling what this terminal understands; "
        + "try TERM=xterm-256color."
    case .unknownType(let type):
      "This system has no description of the terminal TERM=\(type); try TERM=xterm-256color."
    case .tooSimple(let type):
      "The terminal TERM=\(type) can't place its cursor or clear its screen; "
        + "try TERM=xterm-256color if it can do more than it says."
    case .noSize:
      "The terminal reports no size that a screen can have; try: stty rows 24 columns 80."
    case .noResources:
      "The system gave no descriptors or memory for the screen."
    }
  }
}
