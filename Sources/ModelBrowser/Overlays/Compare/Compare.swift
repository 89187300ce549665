import ModelCatalog
import ModelText

/// The comparison: some models side by side, a column a model, a row a fact.
struct Compare: OverlayContent {
  /// In the order of their columns; models stay when a new list lacks them.
  private(set) var ids: [Model.ID]
  private(set) var selected: Model.ID
  private(set) var showsOnlyDifferences = false
  /// The first visible line of the rows, and the first visible column.
  private(set) var top = 0
  private(set) var left = 0

  /// The marked models; without a mark the selected one and those that are most like it.
  init?(in state: State) {
    let marked = state.navigation.marks.ids.filter { state.model($0) != nil }
    let selection = state.selectedModel
    var ids = marked
    if ids.isEmpty {
      guard let selection else { return nil }
      let similar = state.catalog.similar(
        to: selection, groups: state.search.groups, limit: Self.similarModels)
      ids = [selection.id] + similar.map(\.id)
    }
    self.ids = ids
    selected = selection.flatMap { ids.contains($0.id) ? $0.id : nil } ?? ids[0]
    scrollToSelected(in: page(in: state))
  }

  private static let similarModels = 2

  var overlay: Overlay { .compare(self) }
  var mode: KeyMode { .compare }

  static let bindings = Binding.Group(
    title: "In the comparison", modes: [.compare],
    bindings: [
      Binding(
        "previous-model", [.left, "h", .backTab], .compare(.previousModel), "the model to the left",
        hint: "model"),
      Binding(
        "next-model", [.right, "l", .tab], .compare(.nextModel), "the model to the right"),
      Binding(
        "differences", ["d"], .compare(.differences), "only the rows that differ, or all",
        hint: "differences"),
      Binding("take-out", ["x"], .compare(.takeOut), "take the model out", hint: "take out"),
      Binding("open-model", [.enter], .compare(.openModel), "open the model", hint: "open"),
      Binding(
        "copy-table", ["y"], .compare(.copyTable), "copy the table as Markdown",
        hint: "copy Markdown"),
      Binding(
        "copy-compare-address", ["Y"], .compare(.copyAddress),
        "copy OpenRouter's address for up to four of the models", hint: "copy address"),
      Binding(
        "close-compare", [.escape, "="], .compare(.close), "close the comparison", hint: "close"),
    ])

  func hints(_ keys: KeyTable) -> [Hint] {
    [
      keys.hint(.compare(.previousModel), .compare(.nextModel), in: mode),
      keys.hint(.compare(.differences), in: mode), keys.hint(.compare(.takeOut), in: mode),
      keys.hint(.compare(.openModel), in: mode), keys.hint(.compare(.copyTable), in: mode),
      keys.hint(.compare(.copyAddress), in: mode), keys.hint(.compare(.close), in: mode),
    ].compactMap(\.self)
  }

  // MARK: - What is shown

  func table(in state: State) -> ComparisonTable {
    let workload = state.search.workload
    return ComparisonTable(
      ModelComparison(ids.compactMap(state.model), in: state.catalog, workload: workload),
      workload: workload, today: CalendarDay(state.world.moment),
      differencesOnly: showsOnlyDifferences)
  }

  func page(in state: State) -> ComparePage {
    ComparePage(table(in: state), size: state.world.size, left: left)
  }

  // MARK: - Update

  mutating func handle(_ input: OverlayInput, in state: State) -> OverlayResponse {
    switch input {
    case .action(.compare(let action)): return perform(action, in: state)
    case .action(.move(let movement)): scroll(movement, in: state)
    case .action(.quit): return .perform(.quit)
    case .wheel(let rows): scroll(to: top + rows, in: state)
    case .press(let point): return press(point, in: state)
    case .action, .text: break
    }
    return .stay
  }

  private mutating func perform(_ action: Action.Compare, in state: State) -> OverlayResponse {
    switch action {
    case .close: return .close
    case .nextModel: select(by: 1, in: state)
    case .previousModel: select(by: -1, in: state)
    case .differences:
      showsOnlyDifferences.toggle()
      scroll(to: top, in: state)
    case .takeOut: return takeOut(in: state)
    case .openModel: return .open(selected)
    case .copyTable:
      return .run([.copy(table(in: state).markdown, label: "table")])
    case .copyAddress: return copyAddress(in: state)
    }
    return .stay
  }

  private mutating func select(by step: Int, in state: State) {
    guard let index = ids.firstIndex(of: selected) else { return }
    selected = ids[min(max(0, index + step), ids.count - 1)]
    scrollToSelected(in: page(in: state))
  }

  private mutating func scrollToSelected(in page: ComparePage) {
    guard let index = ids.firstIndex(of: selected) else { return }
    left = max(0, min(left, index, ids.count - page.columnCount))
    left = max(left, index - page.columnCount + 1)
  }

  /// Takes the selected model out, and its mark away; closes an empty comparison.
  private mutating func takeOut(in state: State) -> OverlayResponse {
    guard let index = ids.firstIndex(of: selected) else { return .stay }
    let removed = ids.remove(at: index)
    guard !ids.isEmpty else { return .unmarkAndClose(removed) }
    selected = ids[min(index, ids.count - 1)]
    scrollToSelected(in: page(in: state))
    return .unmark(removed)
  }

  /// OpenRouter compares up to four of its own models.
  private func copyAddress(in state: State) -> OverlayResponse {
    let names = ids.compactMap(state.model).compactMap { model in
      (model.source == .openRouter ? model.id : model.openRouterID).flatMap(URLPath.encoded)
    }
    guard !names.isEmpty else {
      return .notify("none of these models has a page on OpenRouter")
    }
    let some = names.prefix(Self.comparedByOpenRouter)
    let label =
      some.count < ids.count
      ? "OpenRouter's address for \(some.count) of \(ids.count) models" : "OpenRouter's address"
    return .run([
      .copy("https://openrouter.ai/compare/" + some.joined(separator: "/"), label: label)
    ])
  }

  private static let comparedByOpenRouter = 4

  /// Selects the column; a second click opens the model.
  private mutating func press(_ point: Point, in state: State) -> OverlayResponse {
    let page = page(in: state)
    guard let column = page.column(at: point), ids.indices.contains(left + column) else {
      return .stay
    }
    if ids[left + column] == selected { return .open(selected) }
    selected = ids[left + column]
    return .stay
  }

  private mutating func scroll(_ movement: Action.Movement, in state: State) {
    let page = page(in: state)
    scroll(
      to: movement.row(from: top, count: page.lines.count, page: page.rows.rows), in: state)
  }

  private mutating func scroll(to line: Int, in state: State) {
    let page = page(in: state)
    top = max(0, min(line, page.lines.count - page.rows.rows))
  }
}
