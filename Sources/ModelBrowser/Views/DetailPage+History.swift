import Foundation
import ModelCatalog
import ModelRegistry
import ModelText

/// What the history has to say about a model.
extension DetailPage {
  /// Everything unread, above all else.
  var unread: [[StyledText]] {
    news.enumerated().flatMap { index, item in
      let facts = NewsWords.facts(of: [item], model: model).map(\.spans)
      return flowing(
        index == 0 ? "Unread" : "", [[StyledText(day(item.date), Theme.faint)]] + facts)
    }
  }

  /// That it is no longer listed, and since when.
  var removalNotice: [[StyledText]] {
    guard let last = model.lastListed else { return [] }
    var lines = flowing(
      "Removed",
      [
        modelHistory?.removed.map { [StyledText("removed since \(day($0))", Theme.bad)] },
        [StyledText("last listed \(day(last)), \(age(of: last))", Theme.caution)],
      ].compactMap(\.self))
    if catalog.successor(of: model) == nil {
      lines.append([label("Successor"), StyledText("no likely successor found", Theme.faint)])
    }
    return lines
  }

  /// What likely follows a model that is removed, retired or has a last day.
  var successor: [[StyledText]] {
    guard let successor = catalog.successor(of: model) else { return [] }
    let key =
      model.isListed
      ? [] : [[StyledText(otherRouteKey, Theme.key), StyledText(" jumps there", Theme.faint)]]
    return flowing(
      "Successor",
      [[StyledText("likely ", Theme.faint), StyledText(successor.id, Theme.id)]]
        + (successor.priceSummary.map { [[StyledText($0, Theme.price)]] } ?? []) + key)
  }

  /// Its prices over time; nothing where they never changed, which the prices above say already.
  var plot: [[StyledText]] {
    guard let series = modelHistory?.prices, series.contains(where: { !$0.isFlat }) else {
      return []
    }
    return [[]] + PricePlot(series: series, end: now).lines(width: width, rows: plotRows)
  }

  /// When it was seen, and a line for each thing that happened to it.
  var story: [[StyledText]] {
    if let fault = modelHistory?.fault {
      return fault == .empty ? [] : [[]] + wrapped("History", fault.summary)
    }
    guard let modelHistory, let first = modelHistory.firstSeen else { return [] }
    var parts = [
      [
        StyledText(
          modelHistory.isFromTheStart ? "since before \(day(first))" : "first seen \(day(first))")
      ]
    ]
    if modelHistory.entries.isEmpty {
      parts.append([StyledText("nothing has changed", Theme.faint)])
    }
    var lines = [[]] + flowing("History", parts)
    for entry in modelHistory.entries {
      lines += flowing(day(entry.date), NewsWords.facts(of: [News(entry)]).map(\.spans))
    }
    return lines
  }

  private func day(_ date: Date) -> String { CalendarDay(date).description }

  private func age(of date: Date) -> String {
    AgeText.ago(days: today.daysSince1970 - CalendarDay(date).daysSince1970)
  }
}
