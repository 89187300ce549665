import Foundation
import ModelCatalog
import ModelRegistry

/// What the history has to say about a model.
extension DetailPage {
  /// Everything unread, above all else.
  var unread: [[Span]] {
    news.enumerated().flatMap { place, item in
      let facts = NewsWords.facts(of: [item], model: model).map(\.spans)
      return flowing(place == 0 ? "Unread" : "", [[Span(day(item.date), Theme.faint)]] + facts)
    }
  }

  /// That it is gone, and what likely took its place.
  var farewell: [[Span]] {
    guard let last = model.lastListed else { return [] }
    var lines = flowing(
      "Removed",
      [
        life?.removed.map { [Span("gone since \(day($0))", Theme.bad)] },
        [Span("last listed \(day(last)), \(age(of: last))", Theme.caution)],
      ].compactMap(\.self))
    guard let heir = catalog.successor(of: model) else {
      return lines + [[label("Successor"), Span("none that could be told", Theme.faint)]]
    }
    lines += flowing(
      "Successor",
      [[Span("likely ", Theme.faint), Span(heir.id, Theme.id)]]
        + (NewsWords.prices(of: heir).map { [[Span($0, Theme.price)]] } ?? [])
        + [[Span("x", Theme.key), Span(" jumps there", Theme.faint)]])
    return lines
  }

  /// Its prices over time; nothing where they never changed, which the prices above say already.
  var plot: [[Span]] {
    guard let series = life?.prices, series.contains(where: { !$0.isFlat }) else { return [] }
    return [[]] + PricePlot(series: series, end: now).lines(width: width, rows: plotRows)
  }

  /// When it was seen, and a line for each thing that happened to it.
  var story: [[Span]] {
    if let fault = life?.fault {
      return fault == .empty ? [] : [[]] + wrapped("History", fault.summary)
    }
    guard let life, let first = life.firstSeen else { return [] }
    var parts = [
      [Span(life.isFromTheStart ? "since before \(day(first))" : "first seen \(day(first))")]
    ]
    if life.entries.isEmpty { parts.append([Span("nothing has changed", Theme.faint)]) }
    var lines = [[]] + flowing("History", parts)
    for entry in life.entries {
      lines += flowing(day(entry.date), NewsWords.facts(of: [News(entry)]).map(\.spans))
    }
    return lines
  }

  private func day(_ date: Date) -> String { CalendarDay(date).description }

  private func age(of date: Date) -> String {
    AgeText.ago(days: today.daysSince1970 - CalendarDay(date).daysSince1970)
  }
}
