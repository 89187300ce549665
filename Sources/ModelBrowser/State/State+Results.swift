import ModelCatalog

extension State {
  /// Searches again, keeping the selection by id and its row on the screen.
  mutating func refilter() {
    let oldRow = selectedRow
    search.find(in: scope)
    let newRow = selectedRow
    if let oldRow, let newRow { navigation.listTop += newRow - oldRow }
    if newRow == nil { selectRow(oldRow ?? 0) }
  }

  /// Like ``refilter()``, but after a change of the query: selects the best match.
  mutating func searchAnew() {
    search.find(in: scope)
    navigation.reset()
    navigation.detailTop = 0
    selectRow(0)
  }

  /// Counts the sidebar and searches again, after a change of what there is to find.
  mutating func recount() {
    search.countSidebar(in: scope)
    refilter()
  }

  /// Selects a row of the list, or the nearest one there is.
  mutating func selectRow(_ row: Int) {
    let count = search.matches.count
    navigation.select(
      count == 0 ? nil : search.model(at: min(max(0, row), count - 1)).id)
  }

  /// Searches a changed catalogue, keeping the selection and its line on the screen.
  ///
  /// A removed model hands over to its nearest neighbour: the one below, else the one above.
  mutating func keepSelection(_ oldIDs: [Model.ID], oldRow: Int?) {
    guard let oldRow else {
      searchAnew()
      return
    }
    search.find(in: scope)
    let rows = Dictionary(
      uniqueKeysWithValues: search.shownIDs.enumerated().map { ($1, $0) })
    let successors = oldIDs[oldRow...] + oldIDs[..<oldRow].reversed()
    guard let successor = successors.first(where: { rows[$0] != nil }), let newRow = rows[successor]
    else {
      selectRow(0)
      return
    }
    navigation.select(successor)
    navigation.listTop += newRow - oldRow
  }
}
