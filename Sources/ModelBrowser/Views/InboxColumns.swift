import Foundation
import ModelCatalog
import ModelRegistry
import ModelText

/// The columns of the list of unread changes: name, changes, age.
struct InboxColumns {
  let nameWidth: Int
  let factsWidth: Int
  /// 0 where there is no room for it.
  let ageWidth: Int

  init(width: Int) {
    ageWidth = width < 48 ? 0 : 10
    // A blank keeps the last column off the border.
    let room = max(2, width - ListColumns.markWidth - ageWidth - 1)
    nameWidth = min(room * 2 / 5, max(18, room / 3))
    factsWidth = max(0, room - nameWidth - 2)
  }

  private var factsOffset: Int { ListColumns.markWidth + nameWidth + 2 }

  func drawTitles(in area: Rect, into frame: inout Frame) {
    put([StyledText("MODEL", Theme.columnTitle)], ListColumns.markWidth, nameWidth, area, &frame)
    put(
      [StyledText("WHAT HAPPENED ($/M)", Theme.columnTitle)], factsOffset, factsWidth, area,
      &frame)
    put(
      [StyledText("    WHEN", Theme.columnTitle)], factsOffset + factsWidth, ageWidth, area, &frame)
  }

  func drawRow(_ state: State, _ match: SearchMatch, at point: Point, into frame: inout Frame) {
    let area = Rect(row: point.row, column: point.column, rows: 1, columns: 0)
    let model = state.catalog.models[match.index]
    put(
      ModelList.nameSpans(model, state, position: match.index, width: nameWidth),
      ListColumns.markWidth, nameWidth, area, &frame)
    put(
      facts(of: state.inbox.unread[model.id] ?? [], model: model), factsOffset, factsWidth, area,
      &frame)
    let passed = state.world.now.timeIntervalSince(state.inbox.date(of: model.id))
    let age = passed < 60 ? "now" : AgeText.span(passed)
    let shift = max(0, ageWidth - CellWidth.of(age))
    put(
      [StyledText(age, Theme.faint)], factsOffset + factsWidth + shift, ageWidth - shift, area,
      &frame)
  }

  private func put(
    _ spans: [StyledText], _ offset: Int, _ width: Int, _ area: Rect, _ frame: inout Frame
  ) {
    frame.put(spans, at: Point(row: area.row, column: area.column + offset), width: width)
  }

  /// As many facts as fit, the most important first, and the number of the others.
  private func facts(of news: [News], model: Model) -> [StyledText] {
    let facts = NewsWords.facts(of: news, model: model, tokenUnit: false)
    var spans: [StyledText] = []
    var left = factsWidth
    for (index, fact) in facts.enumerated() {
      let rest = facts.count - index - 1
      let more = rest > 0 ? " +\(rest)" : ""
      let whole = (index == 0 ? [] : [StyledText(", ", Theme.faint)]) + fact.spans
      let width = whole.reduce(0) { $0 + CellWidth.of($1.text) }
      guard width + CellWidth.of(more) <= left else {
        // The first is truncated rather than left out.
        guard index == 0 else { return spans + [StyledText(" +\(rest + 1)", Theme.faint)] }
        return StyledText.cut(whole, to: left - CellWidth.of(more)) + [
          StyledText(more, Theme.faint)
        ]
      }
      spans += whole
      left -= width
    }
    return spans
  }

  /// When the list is compared with a newer one.
  private static func nextComparison(_ state: State) -> [StyledText] {
    let snapshot = state.world.snapshot
    if snapshot.isOffline {
      return [StyledText("Nothing is fetched, because the network is switched off.", Theme.caution)]
    }
    if snapshot.isRefreshing {
      return [StyledText("OpenRouter's list is being fetched and compared.", Theme.faint)]
    }
    let due = snapshot.nextRefresh.map { $0.timeIntervalSince(state.world.now) }
    let time =
      due.map { "The next comparison is in \(AgeText.span(max(0, $0)))" }
      ?? "The list is compared at each refresh"
    return [
      StyledText("\(time); ", Theme.faint), StyledText(state.keys.key(of: .refresh), Theme.key),
      StyledText(" makes one now.", Theme.faint),
    ]
  }

  /// The explanation shown while the view is empty.
  static func emptyText(of state: State) -> [[StyledText]] {
    if let notice = state.world.snapshot.historyNotice {
      return [[StyledText("The history is not available: \(notice).", Theme.caution)]]
    }
    guard state.world.hasHistory else {
      return [[StyledText("No history is kept for a saved response.", Theme.strong)]]
    }
    let since = state.personal.read.begin(now: state.world.now)
    return [
      [StyledText("Nothing has changed since \(CalendarDay(since)).", Theme.strong)],
      nextComparison(state),
      [],
      [StyledText("What changes from then on appears here:", Theme.faint)],
      [
        StyledText(Inbox.Mark.new.rawValue, Theme.new),
        StyledText(" new, or listed again", Theme.faint),
      ],
      [
        StyledText(Inbox.Mark.changed.rawValue, Theme.changed),
        StyledText(" prices, limits, abilities, names, last days", Theme.faint),
      ],
      [
        StyledText(Inbox.Mark.removed.rawValue, Theme.bad),
        StyledText(" removed", Theme.faint),
      ],
      [
        StyledText(state.keys.key(of: .markRead), Theme.key),
        StyledText(" marks one read, ", Theme.faint),
        StyledText(state.keys.key(of: .markAllRead), Theme.key),
        StyledText(" all", Theme.faint),
      ],
    ]
  }
}
