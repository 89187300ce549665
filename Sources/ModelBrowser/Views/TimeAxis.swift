import Foundation
import ModelCatalog

/// Maps the columns of a plot to times.
///
/// Every interval between two changes has at least one column; if there are more changes than
/// columns, the oldest are left out.
struct TimeAxis: Equatable {
  /// Where the first column begins.
  let start: Date
  let end: Date
  let columns: Int
  /// The moments at which something changes, the start first.
  private let moments: [Date]
  /// The columns at which they are, parallel.
  private let tickColumns: [Int]

  init(_ steps: [PriceStep], end: Date, columns: Int) {
    let ends = steps.map { $0.until ?? end }
    let end = max(ends.max() ?? end, steps.map(\.from).max() ?? end)
    let all = Set(steps.map(\.from) + ends.filter { $0 < end }).sorted()
    let moments = Array(all.suffix(max(1, columns)))
    let start = moments.first ?? end
    let span = max(1, end.timeIntervalSince(start))
    var tickColumns: [Int] = []
    for moment in moments {
      let natural = Int(moment.timeIntervalSince(start) / span * Double(columns))
      tickColumns.append(max(natural, (tickColumns.last ?? -1) + 1))
    }
    // Move columns beyond the right end back.
    for index in tickColumns.indices.reversed() {
      tickColumns[index] = min(tickColumns[index], columns - (tickColumns.count - index))
    }
    self.start = start
    self.end = end
    self.columns = columns
    self.moments = moments
    self.tickColumns = tickColumns
  }

  /// A moment within the time that a column covers.
  func moment(of column: Int) -> Date {
    let index = tickColumns.lastIndex { $0 <= column } ?? 0
    return moments.isEmpty ? start : moments[index]
  }

  /// With a tick where something changes.
  var line: String {
    let ticks = Set(tickColumns.dropFirst())
    return (0..<columns).map { ticks.contains($0) ? "┴" : "─" }.joined()
  }

  /// First and last day, and between them the days of changes as far as there is room.
  var dates: String {
    let days = zip(tickColumns, moments).map { ($0, CalendarDay($1).description) }
    let last = CalendarDay(end).description
    guard columns >= last.count else { return "" }
    var text = ""
    for (column, day) in days {
      let isFirst = text.isEmpty
      guard column >= text.count + (isFirst ? 0 : 2) else { continue }
      let fits = column + day.count + 2 <= columns - last.count
      guard fits else { break }
      text += String(repeating: " ", count: column - text.count) + day
    }
    return text + String(repeating: " ", count: columns - last.count - text.count) + last
  }
}
