import ModelCatalog

extension State {
  /// Does what an action means to a picker; nil where it means the same as in the browser.
  mutating func pick(with action: Action) -> [Effect]? {
    guard let picker else { return nil }
    if action == .quit || action == .back && isAtTop { return [.quit(130)] }
    if action == .mark, !picker.takesMarks { return [] }
    let isEnter =
      action == .box(.keep) || action == .open && [.list, .search].contains(navigation.focus)
    guard isEnter else { return nil }
    guard let id = selectedModel?.id else { return [] }
    let marks = navigation.marks.ids
    // Keeps the query among the past ones, as in the browser.
    let effects = action == .box(.keep) ? perform(Action.Box.keep) : []
    return effects + [.pick(picker.takesMarks && !marks.isEmpty ? marks : [id])]
  }

  /// Whether Esc has nothing left to leave.
  private var isAtTop: Bool {
    navigation.focus != .detail && search.box.text.isEmpty && search.sidebarRow <= 0
      && world.pastCatalog == nil && navigation.marks.isEmpty
  }
}
