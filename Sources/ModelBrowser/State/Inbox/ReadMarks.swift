import Foundation
import ModelCatalog

/// Up to when a person has read what became of the models.
///
/// Dates are whole milliseconds, as those of the history and as they are kept in the file: what is
/// read stays read when the file is read again.
struct ReadMarks: Equatable, Sendable {
  /// All that happened by then is read; nil before the first look ever.
  private(set) var until: Date?
  /// What happened to single models by a later time is read as well.
  private(set) var models: [Model.ID: Date] = [:]

  /// News older than this many seconds counts as read: 90 days.
  static let reach: TimeInterval = 90 * 86400
  /// Marks of single models that are kept; far more than change within the reach.
  static let limit = 2000

  init(until: Date? = nil) { self.until = until?.upToMillisecond }

  /// From when on there can be something unread.
  func begin(now: Date) -> Date {
    max(until ?? now, now.addingTimeInterval(-Self.reach))
  }

  func isRead(_ id: Model.ID, at date: Date, now: Date) -> Bool {
    let mark = max(begin(now: now), models[id] ?? .distantPast)
    // Files of the first release cut their dates off, which lost up to a millisecond.
    return date.milliseconds <= mark.milliseconds + 1
  }

  mutating func mark(_ id: Model.ID, through date: Date) {
    let date = date.upToMillisecond
    models[id] = max(date, models[id] ?? date)
  }

  /// Marks everything, which makes the marks of single models needless.
  mutating func markAll(through date: Date) {
    let date = date.upToMillisecond
    until = max(date, until ?? date)
    models = [:]
  }

  /// What was read there as well.
  mutating func add(_ other: ReadMarks) {
    if let date = other.until { until = max(date, until ?? date) }
    models.merge(other.models) { max($0, $1) }
  }

  /// Forgets the marks that tell nothing any more, and the oldest beyond the limit.
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

  /// Reads a time as it is kept: ISO 8601 with milliseconds.
  fileprivate init?(milliseconds text: String) {
    guard let date = try? Self.style.parse(text) else { return nil }
    self.init(timeIntervalSince1970: date.milliseconds / 1000)
  }

  /// ISO 8601 with milliseconds; the style alone cuts off what binary fractions lack to the next one.
  fileprivate var millisecondText: String { addingTimeInterval(0.000_25).formatted(Self.style) }

  /// Whole milliseconds since 1970, the nearest.
  fileprivate var milliseconds: Double { (timeIntervalSince1970 * 1000).rounded() }

  /// This time if it is of whole milliseconds, else the next that is.
  fileprivate var upToMillisecond: Date {
    let exact = timeIntervalSince1970 * 1000
    let isWhole = abs(exact - exact.rounded()) < 0.001
    return Date(timeIntervalSince1970: (isWhole ? exact.rounded() : exact.rounded(.up)) / 1000)
  }
}
