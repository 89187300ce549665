import Foundation
import ModelCatalog
import ModelRegistry

/// The endpoints that use the history.
extension ModelAPI {
  /// The current snapshot, or that of the date in `asOf`.
  func served(_ parameters: [String: [String]]) async throws(APIError) -> ServedSnapshot {
    guard let date = try moment("asOf", in: parameters) else { return current.value }
    // A day means its end; the end of today is in the future, so today means now.
    let now = now()
    if date >= now, CalendarDay(date) == CalendarDay(now) { return current.value }
    return try await past.snapshot(asOf: date)
  }

  /// A date given as a parameter; nil without it.
  func moment(
    _ name: String, in parameters: [String: [String]], day part: Moment.DayPart = .end
  ) throws(APIError) -> Date? {
    guard let values = parameters[name] else { return nil }
    guard values.count == 1 else {
      throw .badRequest("\(name) is given more than once", code: .badDate)
    }
    do throws(Moment.Invalid) {
      return try Moment.parse(values[0], day: part)
    } catch {
      throw .badRequest("\(name): \(error.description)", code: .badDate)
    }
  }

  /// The changes since a date (by default 7 days ago), newest first.
  ///
  /// Without a history, only the last change seen by this process.
  func changes(
    _ parameters: [String: [String]], in served: ServedSnapshot
  ) async throws(APIError) -> Answer {
    let since = try since(parameters, in: served)
    let part: HistoryAnswers.Part
    if let history = registry.history {
      part = try await historyAnswers.changes(since: since, in: history, among: served)
    } else {
      part = HistoryAnswers.part(lastEntries(since: since))
    }
    var meta =
      served.meta + [
        .init("since", JSONValue(since)), .init("count", .integer(part.count)),
        .init("minor", .integer(part.minor)),
      ]
    if part.truncated { meta.append(.init("truncated", true)) }
    return Answer(
      body: Envelope.success(data: part.data, meta: meta),
      tag: "\(served.tag)-\(Digest(part.data).hexadecimal)")
  }

  /// The same as an Atom feed.
  ///
  /// Its tag depends on its content alone: a reader that asks every hour gets it once a change.
  func feed(
    _ parameters: [String: [String]], in served: ServedSnapshot
  ) async throws(APIError) -> Answer {
    let since = try since(parameters, in: served)
    let xml: Data
    if let history = registry.history {
      xml = try await historyAnswers.feed(since: since, in: history, among: served).data
    } else {
      xml = HistoryAnswers.feed(lastEntries(since: since), since: since).data
    }
    return Answer(
      body: Body(Array(xml)), mediaType: APIEndpoint.feed.mediaType, tag: Digest(xml).hexadecimal)
  }

  /// The date in `since`, by default 7 days ago.
  private func since(
    _ parameters: [String: [String]], in served: ServedSnapshot
  ) throws(APIError) -> Date {
    let until = served.asOf ?? now()
    let since =
      try moment("since", in: parameters, day: .start) ?? Self.minute(of: until - 7 * 86400)
    guard since <= until else { throw APIError(.future) }
    return since
  }

  /// What is known without a history: the last change.
  private func lastEntries(since: Date) -> [HistoryEntry] {
    current.value.snapshot.lastChange.flatMap { $0.date >= since ? $0 : nil }?.entries ?? []
  }

  /// Rounded down to the minute, so that requests within it share an answer.
  private static func minute(of date: Date) -> Date {
    Date(timeIntervalSince1970: (date.timeIntervalSince1970 / 60).rounded(.down) * 60)
  }

  /// The history of one model; ids of removed models are accepted too.
  func history(_ id: String, in served: ServedSnapshot) async throws(APIError) -> Answer {
    guard let history = registry.history else { throw .noHistory("this server keeps no history") }
    let name = served.encoded.catalog.resolve(id)?.historyID ?? id
    guard let part = try await historyAnswers.modelHistory(of: name, in: history, among: served)
    else {
      let catalog = served.encoded.catalog
      throw .noSuchModel(id, nearest: catalog.nearest(to: id, limit: 3))
    }
    var meta = served.meta + [.init("modelId", .text(name))]
    if name != id { meta.append(.init("resolvedFrom", .text(id))) }
    return Answer(
      body: Envelope.success(data: part.data, meta: meta),
      tag: "\(served.tag)-\(Digest(part.data).hexadecimal)")
  }
}

extension Model {
  /// The id under which upstream lists it; for core models that of their OpenRouter counterpart.
  var historyID: String? { source == .core ? openRouterID : id }
}

extension Snapshot.Change {
  /// As history entries, sorted by id.
  fileprivate var entries: [HistoryEntry] {
    func entry(_ model: Model, _ kind: HistoryEntry.Kind) -> HistoryEntry {
      HistoryEntry(date: date, id: model.id, name: model.name, kind: kind)
    }
    let changed = changes.changed.compactMap { change -> HistoryEntry? in
      change.news.map {
        HistoryEntry(date: date, id: change.id, name: change.id, kind: .changed($0.fields))
      }
    }
    return
      (changes.added.map { entry($0, .added) }
      + changes.removed.map { entry($0, .removed(last: $0)) } + changed).sorted { $0.id < $1.id }
  }
}
