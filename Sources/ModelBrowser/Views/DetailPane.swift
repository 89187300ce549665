import Foundation
import ModelCatalog
import ModelText

/// Every fact worth knowing of the selected model.
enum DetailPane {
  static func draw(_ state: State, in area: Rect, into frame: inout Frame) {
    guard let model = state.screen.detailModel else { return }
    let layout = state.layout
    let isFocused = state.navigation.focus == .detail
    let titleRow = area.row - 1
    let source = model.source == .core ? " core " : " OpenRouter "
    frame.put(
      [StyledText(" \(model.id) ", isFocused ? Theme.activeTitle : Theme.title)],
      at: Point(row: titleRow, column: area.column + 1),
      width: max(0, area.columns - (layout.isDetailBeside ? 2 : source.count + 4)))
    if !layout.isDetailBeside {
      frame.put(
        [StyledText(source, model.source == .core ? Theme.core : Theme.faint)],
        at: Point(row: titleRow, column: area.column + area.columns - source.count - 1),
        width: source.count)
    }
    let all = state.screen.detail
    for (line, spans) in all.dropFirst(state.navigation.detailTop).prefix(area.rows).enumerated() {
      frame.put(
        spans, at: Point(row: area.row + line, column: area.column + 1), width: area.columns - 2)
    }
    let hidden = all.count - state.navigation.detailTop - area.rows
    if hidden > 0 {
      let more = " +\(hidden) ↓ "
      let width = CellWidth.of(more)
      frame.put(
        [StyledText(more, Theme.faint)],
        at: Point(row: area.row + area.rows, column: area.column + area.columns - width - 1),
        width: width)
    }
  }
}

extension State {
  /// The page of a model; nil where the layout has no detail.
  ///
  /// Ages are of whole minutes, so that the page is not laid out again at every tick of the clock.
  func detailPage(of model: Model, in layout: Layout) -> DetailPage? {
    guard let area = layout.detail else { return nil }
    let position = catalog.index(of: model.id)
    let variants = position.map(search.others) ?? []
    let frontier = search.frontier.flatMap { marks in
      position.map(marks.members.contains) == true ? marks.basis.score : nil
    }
    let minute = (world.moment.timeIntervalSince1970 / 60).rounded(.down) * 60
    return DetailPage(
      model: model, catalog: catalog, workload: search.workload,
      now: Date(timeIntervalSince1970: minute),
      width: max(10, area.columns - 2), plotRows: area.rows < 24 ? 4 : 6,
      news: inbox.unread[model.id] ?? [],
      modelHistory: world.modelHistory.flatMap { $0.id == model.id ? $0 : nil },
      endpoints: serving.table[model], providersKey: keys.key(of: .openProviders),
      frontier: frontier,
      variants: variants.map { PageVariant(catalog.models[$0], comparedWith: model) },
      otherRouteKey: keys.key(of: .jumpToOtherRoute))
  }
}
