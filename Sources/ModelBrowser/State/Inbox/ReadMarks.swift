import Foundation
import ModelCatalog

/// Up to which date the news of each model has been read.
///
/// Dates are whole milliseconds, as in the history and in the file, so that storing them loses
/// nothing.
struct ReadMarks: Equatable, Sendable {
  /// All news up to this date is read; nil before the first start.
  private(set) var until: Date?
  /// Later dates up to which the news of single models is read.
  private(set) var models: [Model.ID: Date] = [:]

  /// News older than this many seconds counts as read: 90 days.
  static let reach: TimeInterval = 90 * 86400
  /// The number of single models' marks that are kept; far more than change within the reach.
  static let limit = 2000

  init(until: Date? = nil) { self.until = until?.upToMillisecond }

  /// The date after which news can be unread.
  func begin(now: Date) -> Date {
    max(until ?? now, now.addingTimeInterval(-Self.reach))
  }

  func isRead(_ id: Model.ID, at date: Date, now: Date) -> Bool {
    let mark = max(begin(now: now), models[id] ?? .distantPast)
    // The first release truncated dates in the file by up to a millisecond.
    return date.milliseconds <= mark.milliseconds + 1
  }

  mutating func mark(_ id: Model.ID, through date: Date) {
    let date = date.upToMillisecond
    models[id] = max(date, models[id] ?? date)
  }

  /// Marks everything up to a date, which replaces the marks of single models.
  mutating func markAll(through date: Date) {
    let date = date.upToMillisecond
    until = max(date, until ?? date)
    models = [:]
  }

  /// Adds marks made by another browser.
  mutating func add(_ other: ReadMarks) {
    if let date = other.until { until = max(date, until ?? date) }
    models.merge(other.models) { max($0, $1) }
  }

  /// Removes marks that have no effect any more, and the oldest beyond the limit.
  mutating func prune(now: Date) {
    let begin = begin(now: now)
    models = models.filter { $0.value > begin }
    guard models.count > Self.limit else { return }
    let newest = models.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.prefix(Self.limit)
    models = Dictionary(uniqueKeysWithValues: newest.map { ($0.key, $0.value) })
  }
}

extension ReadMarks: Codable {
  private enum Key: String, CodingKey {
    case until, models
  }

  init(from decoder: any Decoder) throws {
    let values = try decoder.container(keyedBy: Key.self)
    until = try values.decodeIfPresent(String.self, forKey: .until)
      .flatMap(Date.init(milliseconds:))
    let texts = try values.decodeIfPresent([Model.ID: String].self, forKey: .models)
    models = texts?.compactMapValues(Date.init(milliseconds:)) ?? [:]
  }

  func encode(to encoder: any Encoder) throws {
    var values = encoder.container(keyedBy: Key.self)
    try values.encodeIfPresent(until?.millisecondText, forKey: .until)
    guard !models.isEmpty else { return }
    try values.encode(models.mapValues(\.millisecondText), forKey: .models)
  }
}

extension Date {
  private static let style = Date.ISO8601FormatStyle(includingFractionalSeconds: true)

  /// Parses ISO 8601 with milliseconds.
  fileprivate init?(milliseconds text: String) {
    guard let date = try? Self.style.parse(text) else { return nil }
    self.init(timeIntervalSince1970: date.milliseconds / 1000)
  }

  /// ISO 8601 with milliseconds; the style alone would truncate binary fractions.
  fileprivate var millisecondText: String { addingTimeInterval(0.000_25).formatted(Self.style) }

  /// Milliseconds since 1970, rounded to a whole number.
  fileprivate var milliseconds: Double { (timeIntervalSince1970 * 1000).rounded() }

  /// This date, rounded up to whole milliseconds.
  fileprivate var upToMillisecond: Date {
    let exact = timeIntervalSince1970 * 1000
    let isWhole = abs(exact - exact.rounded()) < 0.001
    return Date(timeIntervalSince1970: (isWhole ? exact.rounded() : exact.rounded(.up)) / 1000)
  }
}
