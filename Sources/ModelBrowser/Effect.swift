/// What to do outside the state.
enum Effect: Equatable, Sendable {
  case refresh
  /// Put text on the clipboard; the label says in a word or two what it is.
  case copy(String, label: String)
  case openPage(url: String)
  case save(PersonalState)
  case setMouse(Bool)
  case repaint
  case suspend
  case quit(Int32)
}
