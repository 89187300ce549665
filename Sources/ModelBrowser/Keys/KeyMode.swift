/// What gets the keys.
enum KeyMode: CaseIterable, Sendable {
  /// Sidebar, list and detail.
  case panes
  case searchBox
  case help
  case workloadForm
  case columnChooser
  case value
  case compare
  case copyAs
  case providers
  case viewForm

  /// All but the panes.
  static let overlaysAndBox = allCases.filter { $0 != .panes }

  /// Whether letters are typed into a text, and so cannot be keys of actions.
  var takesText: Bool {
    switch self {
    case .panes, .columnChooser, .value, .compare, .copyAs, .providers: false
    case .searchBox, .help, .workloadForm, .viewForm: true
    }
  }
}
