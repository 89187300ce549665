import Foundation
import ModelCatalog

/// Which column of a plot stands for which time.
///
/// Every stretch between two changes has a column at least, in order; what is older than there are
/// columns for is left out.
struct TimeAxis: Equatable {
  /// Where the first column begins.
  let start: Date
  let end: Date
  let columns: Int
  /// The moments at which something changes, the start first.
  private let moments: [Date]
  /// The columns at which they are, parallel.
  private let places: [Int]

  init(_ steps: [PriceStep], end: Date, columns: Int) {
    let ends = steps.map { $0.until ?? end }
    let end = max(ends.max() ?? end, steps.map(\.from).max() ?? end)
    let all = Set(steps.map(\.from) + ends.filter { $0 < end }).sorted()
    let moments = Array(all.suffix(max(1, columns)))
    let start = moments.first ?? end
    let span = max(1, end.timeIntervalSince(start))
    var places: [Int] = []
    for moment in moments {
      let natural = Int(moment.timeIntervalSince(start) / span * Double(columns))
      places.append(max(natural, (places.last ?? -1) + 1))
    }
    // Those that were pushed out at the right come back in.
    for place in places.indices.reversed() {
      places[place] = min(places[place], columns - (places.count - place))
    }
    self.start = start
    self.end = end
    self.columns = columns
    self.moments = moments
    self.places = places
  }

  /// A moment within the time that a column stands for.
  func moment(of column: Int) -> Date {
    let place = places.lastIndex { $0 <= column } ?? 0
    return moments.isEmpty ? start : moments[place]
  }

  /// With a tick where something changes.
  var line: String {
    let ticks = Set(places.dropFirst())
    return (0..<columns).map { ticks.contains($0) ? "┴" : "─" }.joined()
  }

  /// First and last day, and between them the days of changes as far as there is room.
  var dates: String {
    let days = zip(places, moments).map { ($0, CalendarDay($1).description) }
    let last = CalendarDay(end).description
    guard columns >= last.count else { return "" }
    var text = ""
    for (place, day) in days {
      let isFirst = text.isEmpty
      guard place >= text.count + (isFirst ? 0 : 2) else { continue }
      let fits = place + day.count + 2 <= columns - last.count
      guard fits else { break }
      text += String(repeating: " ", count: place - text.count) + day
    }
    return text + String(repeating: " ", count: columns - last.count - text.count) + last
  }
}
