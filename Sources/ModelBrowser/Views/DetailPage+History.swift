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
        life?.life?.removed.map { [Span("gone since \(day($0))", Theme.bad)] },
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
    guard let life = life?.life else { return [] }
    let series = [PriceKind.input, .output].map {
      PriceSeries(kind: $0, steps: life.priceSteps(of: $0))
    }
    guard series.contains(where: { !$0.isFlat }) else { return [] }
    return [[]] + PricePlot(series: series, end: now).lines(width: width, rows: plotRows)
  }

  /// When it was seen, and a line for each thing that happened to it.
  var story: [[Span]] {
    switch life?.result {
    case .failure(.empty), .success(nil), nil: return []
    case .failure(let fault): return [[]] + wrapped("History", fault.summary)
    case .success(let life?):
      var parts: [[Span]] = []
      if let first = life.versions.first?.firstSeen {
        let isFirst = first <= life.historyBegan
        parts.append([Span(isFirst ? "since before \(day(first))" : "first seen \(day(first))")])
      }
      let entries = life.entries()
      if entries.isEmpty { parts.append([Span("nothing has changed", Theme.faint)]) }
      var lines = [[]] + flowing("History", parts)
      for entry in entries {
        let facts = NewsWords.facts(of: [News(entry)]).map(\.spans)
        lines += flowing(day(entry.date), facts)
      }
      return lines
    }
  }

  private func day(_ date: Date) -> String { CalendarDay(date).description }

  private func age(of date: Date) -> String {
    AgeText.ago(days: today.daysSince1970 - CalendarDay(date).daysSince1970)
  }
}
