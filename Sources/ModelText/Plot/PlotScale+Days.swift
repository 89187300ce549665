import Foundation
import ModelCatalog

extension PlotScale {
  /// Begins with the first day and ends with the last one; between them the beginnings of years,
  /// then of quarters, then of months.
  init(days values: [Double]) {
    let days = values.map { CalendarDay(Date(timeIntervalSince1970: $0)).daysSince1970 }
    let first = days.min() ?? 0
    let last = max(days.max() ?? 0, first + 1)
    func tick(_ day: CalendarDay, text: String, rank: Int) -> PlotTick {
      PlotTick(
        fraction: Double(day.daysSince1970 - first) / Double(last - first), text: text, rank: rank)
    }
    let (firstDay, lastDay) = (
      CalendarDay(daysSince1970: first), CalendarDay(daysSince1970: last)
    )
    var ticks = [tick(firstDay, text: firstDay.description, rank: 0)]
    // Over many years the beginnings of months are more than any axis has columns.
    let years = firstDay.year...lastDay.year
    for year in years where years.count <= 100 || year.isMultiple(of: 100) {
      for month in years.count <= 100 ? Array(1...12) : [1] {
        guard let day = CalendarDay(year: year, month: month, day: 1), day > firstDay,
          day < lastDay
        else { continue }
        let text =
          month == 1 ? String(day.description.prefix(4)) : String(day.description.prefix(7))
        ticks.append(tick(day, text: text, rank: month == 1 ? 1 : month % 3 == 1 ? 2 : 3))
      }
    }
    ticks.append(tick(lastDay, text: lastDay.description, rank: 0))
    self.init(ticks: ticks, low: Double(first) * 86400, high: Double(last) * 86400)
  }
}
