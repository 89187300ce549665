import ModelCatalog
import ModelRegistry

/// Kept views: choosing one, and leaving it.
extension Search {
  /// Shows a kept view: its text in the box, its order, columns and rows.
  mutating func choose(_ kept: KeptView) {
    let before =
      view?.before
      ?? ChosenView.Before(
        text: box.text, showsOpenRouter: showsOpenRouter, isFolded: isFolded,
        prefersChosenOrder: prefersChosenOrder)
    let columns = kept.columns?.compactMap { FactTable[$0] } ?? []
    show(
      ChosenView(name: kept.name, columns: columns.isEmpty ? nil : columns, before: before),
      text: kept.query)
    showsOpenRouter = kept.showsOpenRouter
    isFolded = kept.isFolded
    prefersChosenOrder = false
    orderOfChoice = kept.sort.flatMap { QueryOrder($0) }
    unfolded = []
    readQuery()
    if read(kept.query).hint != nil { readValidPart() }
  }

  /// Returns to what the chosen view took the place of.
  mutating func leaveView() {
    guard let before = view?.before else { return }
    show(nil, text: before.text)
    showsOpenRouter = before.showsOpenRouter
    isFolded = before.isFolded
    prefersChosenOrder = before.prefersChosenOrder
  }

  /// How many models a view shows; nil if its query cannot be read.
  private func count(of kept: KeptView, in scope: SearchScope) -> Int? {
    guard mistake(in: kept.query) == nil else { return nil }
    let matches = index.search(
      read(kept.query).query, in: scope.context,
      hiding: kept.showsOpenRouter ? nil : .openRouter
    ).matches
    return kept.isFolded ? groups.folded(matches).count : matches.count
  }
  /// Counts the kept views for the sidebar.
  ///
  /// Each is a search of its own, so this is done after the list is shown and not at every key.
  mutating func countViews(in scope: SearchScope) {
    let counts = scope.views.all.map { view in
      let models = count(of: view, in: scope)
      return (view, ViewCount(models: models ?? 0, standing: models == nil ? .mistaken : .counted))
    }
    setViewCounts(Dictionary(counts) { first, _ in first })
    for line in sidebar.indices {
      guard case .view(let name) = sidebar[line].choice,
        let view = scope.views[name], let count = viewCounts[view]
      else { continue }
      setCount(count, ofLine: line)
    }
  }

  /// What the sidebar says of a kept view.
  struct ViewCount: Equatable, Sendable {
    let models: Int
    let standing: SidebarItem.Standing
  }
}
