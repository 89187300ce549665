import Foundation
import ModelCatalog

/// Every fact worth knowing of the selected model.
enum DetailPane {
  static func draw(_ state: State, in area: Rect, into frame: inout Frame) {
    guard let model = state.selectedModel else { return }
    let layout = state.layout
    let isFocused = state.focus == .detail
    let titleRow = area.row - 1
    let source = model.source == .core ? " core " : " OpenRouter "
    frame.put(
      [StyledText(" \(model.id) ", isFocused ? Theme.activeTitle : Theme.title)],
      at: Point(row: titleRow, column: area.column + 1),
      width: max(0, area.columns - source.count - 4))
    if !layout.isDetailBeside {
      frame.put(
        [StyledText(source, model.source == .core ? Theme.core : Theme.faint)],
        at: Point(row: titleRow, column: area.column + area.columns - source.count - 1),
        width: source.count)
    }
    let all = lines(of: state, width: area.columns)
    for (line, spans) in all.dropFirst(state.detailTop).prefix(area.rows).enumerated() {
      frame.put(
        spans, at: Point(row: area.row + line, column: area.column + 1), width: area.columns - 2)
    }
    let hidden = all.count - state.detailTop - area.rows
    if hidden > 0 {
      let more = " +\(hidden) ↓ "
      let width = CellWidth.of(more)
      frame.put(
        [StyledText(more, Theme.faint)],
        at: Point(row: area.row + area.rows, column: area.column + area.columns - width - 1),
        width: width)
    }
  }

  /// The text of the pane, a line at a time, for a pane so many cells wide.
  static func lines(of state: State, width: Int) -> [[StyledText]] {
    guard let model = state.selectedModel else { return [] }
    let page = DetailPage(
      model: model, catalog: state.catalog, now: state.moment, width: max(10, width - 2),
      plotRows: (state.layout.detail?.rows ?? 0) < 24 ? 4 : 6,
      news: state.inbox.unread[model.id] ?? [],
      modelHistory: state.modelHistory.flatMap { $0.id == model.id ? $0 : nil })
    return page.lines
  }
}
