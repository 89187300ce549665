import ModelCatalog
import ModelText

/// The line under the list that says where scores and costs are from, and what is marked.
enum ListNote {
  /// Whether the list shows a score or a cost.
  static func isNeeded(for columns: ListColumns, in state: State) -> Bool {
    guard state.search.choice != .inbox, !state.search.matches.isEmpty else { return false }
    return !columns.scores.isEmpty || columns.shows(.arenas) || hasCost(columns)
  }

  static func draw(_ state: State, in area: Rect, into frame: inout Frame) {
    let columns = state.screen.columns
    var parts: [[StyledText]] = []
    let sources = ScoreSource.allCases.filter { source in
      columns.slots.contains { ScoreSource($0.column.fact) == source }
    }
    if !sources.isEmpty { parts.append([StyledText(ScoreSource.line(sources), Theme.faint)]) }
    if let frontier = columns.frontier {
      parts.append([
        StyledText(ModelList.frontierMark, Theme.frontier),
        StyledText(
          " best \(frontier.basis.score.words) for the price", Theme.faint),
      ])
    }
    if hasCost(columns), let workload = state.search.workload {
      parts.append([StyledText("cost of \(workload)", Theme.faint)])
    }
    var used = 1
    for (index, part) in parts.enumerated() {
      let gap = index == 0 ? "" : " · "
      let width = part.reduce(CellWidth.of(gap)) { $0 + CellWidth.of($1.text) }
      // The credit is shown in any case, the rest where it fits.
      guard index == 0 || used + width < area.columns else { continue }
      frame.put(
        [StyledText(gap, Theme.faint)] + part,
        at: Point(row: area.row, column: area.column + used), width: area.columns - used)
      used += width
    }
  }

  private static func hasCost(_ columns: ListColumns) -> Bool {
    columns.slots.contains { $0.column.fact.kind == .cost }
  }
}
