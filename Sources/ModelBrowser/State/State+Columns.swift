import ModelCatalog

/// The columns of the list and the workload: what was chosen, and changing it.
extension State {
  /// The chosen columns; nil for those that fit.
  var chosenColumns: [Fact]? {
    if let view = search.view { return view.columns }
    return given.columns ?? personal.storedColumns
      ?? (personal.columns == nil ? given.usualColumns : nil)
  }

  func listColumns(in layout: Layout) -> ListColumns {
    let width = layout.listRows.columns
    let hasFit = search.workload?.prompt != nil
    // What is about to end is listed with its last day, whatever the columns.
    let added: Fact? = search.choice == .expiring ? .expirationDate : nil
    if let chosen = chosenColumns {
      let fit = hasFit && !chosen.contains(.fit) ? [Fact.fit] : []
      return ListColumns(width: width, chosen: fit + chosen, adding: added)
    }
    return ListColumns(
      width: width, adding: added, hasCosts: search.workload != nil, hasFit: hasFit,
      hasEndpoints: showsEndpoints,
      hasScores: search.hasScores && layout.size.columns >= ListColumns.scoresFromColumns)
  }

  /// Nil for the columns that fit.
  mutating func setColumns(_ columns: [Fact]?) -> [Effect] {
    guard search.view == nil else {
      search.setViewColumns(columns)
      return []
    }
    given.columns = nil
    personal.columns = columns?.map(\.name) ?? (given.usualColumns == nil ? nil : [])
    toast = .news(
      columns == nil ? "columns by width" : "columns stored for the next run", at: world.now)
    return [.save(personal)]
  }

  /// Nil for no workload.
  mutating func setWorkload(_ workload: Workload?) -> [Effect] {
    given.workload = nil
    var workload = workload
    // The text is the same as long as its tokens are.
    if let old = search.workload, workload?.input == old.input, workload?.count == old.count {
      workload?.prompt = old.prompt
    }
    search.workload = workload
    personal.workload = workload?.description ?? ""
    toast = .news(workload.map { "workload: \($0)" } ?? "no workload", at: world.now)
    search.readQuery()
    recount()
    return [.save(personal)]
  }
}
