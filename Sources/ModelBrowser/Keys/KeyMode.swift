/// What gets the keys.
enum KeyMode: CaseIterable, Sendable {
  /// Sidebar, list and detail.
  case panes
  case searchBox
  case help

  /// Whether letters are typed into a text, and so cannot be keys of actions.
  var takesText: Bool {
    switch self {
    case .panes: false
    case .searchBox, .help: true
    }
  }
}
