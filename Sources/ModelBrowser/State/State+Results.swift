import ModelCatalog
import ModelRegistry

extension State {
  /// Reads the box; a mistake leaves the last good query in force, half a word does not.
  mutating func readQuery() {
    hint = Query.reading(box.text).hint ?? index.unknownValueHint(for: box.text)
    if hint?.isUnfinished ?? true { goodText = box.text.trimmed }
    query = Query.reading(queryText(with: goodText)).query
  }

  /// Finds the matching models anew, and keeps the selection by id and its place on the screen.
  mutating func refilter() {
    let oldRow = selectedRow
    matches = found
    if let oldRow, let newRow = selectedRow { listTop += newRow - oldRow }
    if selectedRow == nil { selectRow(oldRow ?? 0) }
    clampScroll()
  }

  /// As ``refilter()``, for a new question rather than new facts: begins at the best match.
  mutating func searchAnew() {
    matches = []
    selection = nil
    listTop = 0
    detailTop = 0
    refilter()
  }

  /// What the list is to show.
  var found: [SearchMatch] {
    switch choice {
    case .inbox: unreadMatches(of: query)
    case .term:
      index.search(
        query, in: searchContext, defaultSort: defaultSort, hiding: hiddenSource
      ).matches
    }
  }

  /// Of the models that something unread happened to, those that match: the newest news first.
  func unreadMatches(of query: Query) -> [SearchMatch] {
    guard !inbox.ids.isEmpty else { return [] }
    var matches: [Model.ID: SearchMatch] = [:]
    // Models that are gone are found only when asked for.
    for term in ["", " is:removed"] {
      let asking = Query.reading(query.description + term).query
      for match in index.search(asking, in: searchContext, hiding: hiddenSource).matches {
        matches[catalog.models[match.index].id] = match
      }
    }
    return inbox.ids.compactMap { matches[$0] }
  }

  /// The order chosen with `s`; nil for the language's own default.
  var defaultSort: QueryOrder? { sort == QueryOrder(.relevance) ? nil : sort }

  var hiddenSource: Model.Source? { showsOpenRouter ? nil : .openRouter }

  var searchContext: QueryContext {
    QueryContext(
      now: moment, favorites: personal.favorites,
      changed: pastCatalog == nil ? snapshot.changedOfLate(now: now) : [])
  }

  mutating func selectRow(_ row: Int) {
    guard !matches.isEmpty else {
      selection = nil
      return
    }
    let row = min(max(0, row), matches.count - 1)
    let id = catalog.models[matches[row].index].id
    if id != selection { detailTop = 0 }
    selection = id
    clampScroll()
  }

  /// Brings every scroll position into its bounds, and the selected rows into view.
  mutating func clampScroll() {
    let layout = layout
    listTop = Self.top(
      listTop, showing: selectedRow, of: matches.count, height: layout.listRows.rows)
    if let sidebarArea = layout.sidebarItems {
      // The wheel may leave the choice behind, keys may not.
      sidebarTop = Self.top(
        sidebarTop, showing: focus == .sidebar ? sidebarRow : nil, of: sidebar.count,
        height: sidebarArea.rows)
    }
    if let area = layout.detail {
      let lines = DetailPane.lines(of: self, width: area.columns).count
      detailTop = max(0, min(detailTop, lines - area.rows))
    }
    if let top = helpTop {
      helpTop = max(0, min(top, HelpOverlay.lineCount - HelpOverlay.area(in: size).rows + 2))
    }
  }

  private static func top(_ top: Int, showing row: Int?, of count: Int, height: Int) -> Int {
    var top = top
    if let row {
      top = max(min(top, row), row - height + 1)
    }
    return max(0, min(top, count - height))
  }
}
