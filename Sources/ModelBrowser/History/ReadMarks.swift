import Foundation
import ModelCatalog

/// Up to when a person has read what became of the models.
struct ReadMarks: Equatable, Sendable {
  /// All that happened by then is read; nil before the first look ever.
  var until: Date?
  /// What happened to single models by a later time is read as well.
  private(set) var models: [Model.ID: Date] = [:]

  /// News older than this many seconds counts as read: 90 days.
  static let reach: TimeInterval = 90 * 86400
  /// Marks of single models that are kept; far more than change within the reach.
  static let limit = 2000
  /// Kept dates are cut to the millisecond, as the history's are.
  private static let grain = 0.001

  init(until: Date? = nil) { self.until = until }

  /// From when on there can be something unread.
  func begin(now: Date) -> Date {
    max(until ?? now, now.addingTimeInterval(-Self.reach))
  }

  func isRead(_ id: Model.ID, at date: Date, now: Date) -> Bool {
    let mark = max(begin(now: now), models[id] ?? .distantPast)
    return date.timeIntervalSince(mark) <= Self.grain
  }

  mutating func mark(_ id: Model.ID, through date: Date) {
    models[id] = max(date, models[id] ?? date)
  }

  /// Marks everything, which makes the marks of single models needless.
  mutating func markAll(through date: Date) {
    until = max(date, until ?? date)
    models = [:]
  }

  /// Whether they say the same, of which one may have been written to a file and read again.
  func isSame(as other: ReadMarks) -> Bool {
    func areSame(_ left: Date?, _ right: Date?) -> Bool {
      guard let left, let right else { return left == nil && right == nil }
      return abs(left.timeIntervalSince(right)) <= 2 * Self.grain
    }
    return areSame(until, other.until) && models.count == other.models.count
      && models.allSatisfy { areSame($0.value, other.models[$0.key]) }
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

  private static let style = Date.ISO8601FormatStyle(includingFractionalSeconds: true)

  init(from decoder: any Decoder) throws {
    let values = try decoder.container(keyedBy: Key.self)
    func date(_ text: String) -> Date? { try? Self.style.parse(text) }
    until = try values.decodeIfPresent(String.self, forKey: .until).flatMap(date)
    let texts = try values.decodeIfPresent([Model.ID: String].self, forKey: .models)
    models = texts?.compactMapValues(date) ?? [:]
  }

  func encode(to encoder: any Encoder) throws {
    var values = encoder.container(keyedBy: Key.self)
    try values.encodeIfPresent(until.map { $0.formatted(Self.style) }, forKey: .until)
    guard !models.isEmpty else { return }
    try values.encode(models.mapValues { $0.formatted(Self.style) }, forKey: .models)
  }
}
