import ModelCatalog

extension State {
  /// Searches again, keeping the selection by id and its row on the screen.
  mutating func refilter() {
    let oldRow = selectedRow
    search.find(in: scope)
    // A row that is folded away hands over to the one that stands for it.
    let newRow = navigation.selection.flatMap(search.row(standingFor:))
    if let oldRow, let newRow { navigation.listTop += newRow - oldRow }
    if newRow == nil || selectedRow == nil { selectRow(newRow ?? oldRow ?? 0) }
  }

  /// Like ``refilter()``, but after a change of the query: selects the best match.
  mutating func searchAnew() {
    search.find(in: scope)
    navigation.reset()
    navigation.detailTop = 0
    selectRow(0)
  }

  /// Lists the sidebar's choices and searches again, after a change of what there is to find.
  mutating func recount() {
    search.listSidebar(in: scope)
    search.countViews(in: scope)
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
    // A row that appears must not hide the selected one.
    if let selected = navigation.selection { _ = search.unfold(selected) }
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

  /// Selects a model of the list, in place of its group's row if it is folded away; false if it does
  /// not match.
  mutating func select(_ id: Model.ID) -> Bool {
    let oldRow = selectedRow
    guard search.unfold(id), let row = search.row(of: id) else { return false }
    // Its row takes the screen line of the one that stood for it.
    if let oldRow, selectedRow == nil { navigation.listTop += row - oldRow }
    selectRow(row)
    return true
  }

  /// Selects a model; one that does not match gives up the query and the sidebar's choice, and if
  /// need be shows OpenRouter's models.
  mutating func reveal(_ model: Model) -> [Effect] {
    if select(model.id) { return [] }
    let before = personal
    search.leaveView()
    if model.source == .openRouter {
      search.showsOpenRouter = true
      personal.showsOpenRouter = true
    }
    search.ask(.term(""), text: model.isListed ? "" : model.id)
    search.listSidebar(in: scope)
    searchAnew()
    _ = select(model.id)
    return personal == before ? [] : [.save(personal)]
  }
}
