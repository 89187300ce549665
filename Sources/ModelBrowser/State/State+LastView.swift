import ModelCatalog
import ModelRegistry

/// The return to where the last run ended.
extension State {
  /// Where this run is.
  var lastView: LastView {
    // What has not come back yet is not lost by an early end.
    if let awaited = navigation.awaited { return awaited }
    return LastView(
      query: search.box.text, choice: search.choice,
      view: search.view.map { presentView(named: $0.name) },
      prefersChosenOrder: search.prefersChosenOrder, selection: navigation.selection,
      row: selectedRow ?? 0, listTop: navigation.listTop, sidebarTop: navigation.sidebarTop,
      detailTop: navigation.detailTop, focus: navigation.focus,
      isDetailLarge: navigation.isDetailLarge)
  }

  /// Goes where the last run ended, as far as its models are listed.
  ///
  /// Lists come after the first frame, so this is repeated until all is there or a key is pressed.
  mutating func returnToLastView() {
    guard let last = navigation.awaited else { return }
    if search.choice != last.choice, search.sidebar.contains(where: { $0.choice == last.choice }) {
      search.choose(last.choice)
      searchAnew()
    }
    if let id = last.selection, select(id), let row = selectedRow {
      navigation.restore(last, atRow: row)
      if search.choice == last.choice { navigation.awaited = nil }
    } else if world.snapshot.freshness != .coreOnly, selectedRow == 0 {
      // The model is gone, or comes with the history.
      selectRow(last.row)
      navigation.listTop = last.listTop
    }
    navigation.resize(to: world.size)
  }
}
