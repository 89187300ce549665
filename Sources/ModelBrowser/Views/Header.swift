import Foundation
import ModelCatalog
import ModelRegistry
import ModelText

/// The first line: the three counts and the age of the list.
enum Header {
  static func draw(_ state: State, in area: Rect, into frame: inout Frame) {
    let (counts, freshness) = fitting(state, width: area.columns - 3)
    frame.put(counts, at: Point(row: area.row, column: 1), width: area.columns - 1)
    let room = width(of: freshness)
    frame.put(
      freshness, at: Point(row: area.row, column: max(0, area.columns - room - 1)), width: room)
  }

  /// The longest texts of both sides that fit.
  private static func fitting(
    _ state: State, width room: Int
  ) -> (counts: [StyledText], freshness: [StyledText]) {
    let fresh = freshness(of: state)
    // Freshness can be shortened; the notice about a past catalogue cannot.
    let least = state.world.pastCatalog == nil ? 1 : fresh.count
    for counts in [counts(of: state), shortCounts(of: state), bareCounts(of: state)] {
      for parts in stride(from: fresh.count, through: least, by: -1) {
        let freshness = Array(fresh.prefix(parts))
        if width(of: counts) + width(of: freshness) <= room { return (counts, freshness) }
      }
    }
    return state.world.pastCatalog == nil
      ? (bareCounts(of: state), []) : ([], Array(fresh.prefix(2)))
  }

  /// The columns of the `[on]` behind the OpenRouter count, to click on.
  static func toggleColumns(of state: State) -> Range<Int> {
    let spans = fitting(state, width: state.world.size.columns - 3).counts
    guard let toggle = spans.last, toggle.text.hasPrefix("[") else { return 0..<0 }
    let end = 1 + width(of: spans)
    return end - CellWidth.of(toggle.text)..<end
  }

  private static func counts(of state: State) -> [StyledText] {
    let (core, openRouter) = numbers(of: state)
    let isOn = state.search.showsOpenRouter
    return [
      StyledText("modeldex", Theme.brand),
      StyledText("  \(CountText.of(core + openRouter, "model"))", Theme.strong),
      StyledText(" · \(core) core · \(openRouter) OpenRouter ", Theme.faint),
      StyledText(isOn ? "[on]" : "[off]", isOn ? Theme.good : Theme.caution),
    ]
  }

  private static func shortCounts(of state: State) -> [StyledText] {
    let (core, openRouter) = numbers(of: state)
    let isOn = state.search.showsOpenRouter
    return [
      StyledText("\(core + openRouter)", Theme.strong),
      StyledText(" = \(core) core + \(openRouter) OR ", Theme.faint),
      StyledText(isOn ? "[on]" : "[off]", isOn ? Theme.good : Theme.caution),
    ]
  }

  private static func bareCounts(of state: State) -> [StyledText] {
    let (core, openRouter) = numbers(of: state)
    return [
      StyledText("\(core + openRouter)", Theme.strong),
      StyledText(" = \(core) + \(openRouter)", Theme.faint),
    ]
  }

  private static func numbers(of state: State) -> (core: Int, openRouter: Int) {
    let index = state.search.index
    return (index.listedCount(of: .core), index.listedCount(of: .openRouter))
  }

  /// The state, the age, and the next refresh.
  private static func freshness(of state: State) -> [StyledText] {
    if let pastCatalog = state.world.pastCatalog { return banner(of: pastCatalog, state.keys) }
    let snapshot = state.world.snapshot
    var spans: [StyledText]
    if snapshot.isRefreshing {
      spans = [
        StyledText("\(spinner[state.world.spinnerStep % spinner.count]) refreshing", Theme.title)
      ]
    } else {
      switch snapshot.freshness {
      case .coreOnly where !state.world.isLoaded: spans = [StyledText("… loading", Theme.faint)]
      case .coreOnly: spans = [StyledText("○ core only", Theme.caution)]
      case .cached: spans = [StyledText("● cached", Theme.good)]
      case .live: spans = [StyledText("● live", Theme.good)]
      case .stale: spans = [StyledText("▲ stale", Theme.caution)]
      }
    }
    var rest: [String] = []
    if let fetched = snapshot.freshness.fetched {
      rest.append("\(AgeText.span(state.world.now.timeIntervalSince(fetched))) old")
    }
    if snapshot.failure != nil { rest.append("last try failed") }
    if let next = snapshot.nextRefresh, !snapshot.isRefreshing {
      rest.append("next in \(AgeText.span(next.timeIntervalSince(state.world.now)))")
    }
    if snapshot.isOffline { rest.append("offline") }
    return spans + rest.map { StyledText(" · \($0)", Theme.faint) }
  }

  /// The notice that a past catalogue is shown.
  private static func banner(of pastCatalog: PastCatalog, _ keys: KeyTable) -> [StyledText] {
    let stamp = pastCatalog.date.formatted(Date.ISO8601FormatStyle())
    let isLastInstant = stamp.hasSuffix("T23:59:59Z")
    let time = isLastInstant ? String(stamp.prefix(10)) : stamp
    return [
      StyledText(" the past: as of \(time) ", Theme.past),
      StyledText(" " + keys.key(of: .refresh), Theme.key),
      StyledText(" returns to now", Theme.faint),
    ]
  }

  private static let spinner = ["⠋", "⠙", "⠹", "⠸", "⠼", "⠴", "⠦", "⠧", "⠇", "⠏"]

  private static func width(of spans: [StyledText]) -> Int {
    spans.reduce(0) { $0 + CellWidth.of($1.text) }
  }
}
