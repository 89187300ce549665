import ModelCatalog
import ModelRegistry

extension State {
  /// Parses the search box; an error keeps the last valid query, an unfinished word does not.
  mutating func readQuery() {
    hint = Query.reading(box.text).hint ?? index.unknownValueHint(for: box.text)
    if hint?.isUnfinished ?? true { goodText = box.text.trimmed }
    query = Query.reading(queryText(with: goodText)).query
  }

  /// Searches again, keeping the selection by id and its row on the screen.
  mutating func refilter() {
    let oldRow = selectedRow
    matches = found
    if let oldRow, let newRow = selectedRow { listTop += newRow - oldRow }
    if selectedRow == nil { selectRow(oldRow ?? 0) }
    clampScroll()
  }

  /// Like ``refilter()``, but after a change of the query: selects the best match.
  mutating func searchAnew() {
    matches = []
    selection = nil
    listTop = 0
    detailTop = 0
    refilter()
  }

  /// The matches to list.
  var found: [SearchMatch] {
    switch choice {
    case .inbox: unreadMatches(of: query)
    case .term:
      index.search(
        query, in: searchContext, defaultSort: defaultSort, hiding: hiddenSource
      ).matches
    }
  }

  /// The matching models with unread changes, newest change first.
  func unreadMatches(of query: Query) -> [SearchMatch] {
    guard !inbox.ids.isEmpty else { return [] }
    var matches: [Model.ID: SearchMatch] = [:]
    // Removed models are found only on request.
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

  /// Clamps all scroll positions and scrolls the selected rows into view.
  mutating func clampScroll() {
    let layout = layout
    listTop = Self.top(
      listTop, showing: selectedRow, of: matches.count, height: layout.listRows.rows)
    if let sidebarArea = layout.sidebarItems {
      // The wheel may scroll the choice out of view, keys may not.
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
