import Foundation
import ModelCatalog
import ModelRegistry
import ModelText

/// Encoded answers from the history: changes, and the history of one model.
struct HistoryAnswers: Sendable {
  /// The `data` of an answer.
  struct Part: Sendable {
    let data: Data
    let count: Int
    /// Models in whose changes nothing is news, which are left out.
    var minor = 0
    /// There are more entries than were returned.
    let truncated: Bool
  }

  private enum Question: Hashable {
    case changes(since: Date, until: Date?, known: Date)
    case feed(since: Date, until: Date?, known: Date)
    case modelHistory(Model.ID, asOf: Date?, known: Date)
  }

  /// Nil for a model that was never listed.
  private let answers: AnswerCache<Question, Part?>
  private let now: @Sendable () -> Date

  /// More changes would take seconds to encode.
  static let maxChanges = 10_000
  private static let capacity = 4

  init(maxConcurrent: Int, now: @escaping @Sendable () -> Date) {
    answers = AnswerCache(capacity: Self.capacity, maxConcurrent: maxConcurrent, now: now)
    self.now = now
  }

  /// Newest first, up to the time that is served, or now.
  func changes(
    since: Date, in history: CatalogHistory, among served: ServedSnapshot
  ) async throws(APIError) -> Part {
    let question = Question.changes(
      since: since, until: served.asOf, known: served.snapshot.published)
    let part = try await answers.answer(to: question) { () async throws(APIError) -> Part? in
      do throws(HistoryFault) {
        let entries = try await history.entries(
          since: since, until: served.asOf ?? now(), noise: true)
        return Self.part(entries)
      } catch {
        throw APIError(error)
      }
    }
    return part ?? Self.part([])
  }

  /// The same as an Atom feed.
  func feed(
    since: Date, in history: CatalogHistory, among served: ServedSnapshot
  ) async throws(APIError) -> Part {
    let question = Question.feed(
      since: since, until: served.asOf, known: served.snapshot.published)
    let part = try await answers.answer(to: question) { () async throws(APIError) -> Part? in
      do throws(HistoryFault) {
        let entries = try await history.entries(since: since, until: served.asOf ?? now())
        return Self.feed(entries, since: since)
      } catch {
        throw APIError(error)
      }
    }
    return part ?? Self.feed([], since: since)
  }

  /// `since` is the time of a feed in which nothing has happened, to the day, so that it stays equal.
  static func feed(_ entries: [HistoryEntry], since: Date) -> Part {
    let feed = AtomFeed(
      Array(entries.prefix(maxChanges)), updated: CalendarDay(since).start,
      address: APIEndpoint.feed.path)
    return Part(data: feed.xml, count: feed.count, truncated: entries.count > maxChanges)
  }

  static func part(_ entries: [HistoryEntry]) -> Part {
    let news = entries.compactMap(\.news)
    let returned = news.prefix(maxChanges)
    return Part(
      data: JSONValue.list(returned.map(\.json)).encoded(), count: returned.count,
      minor: Set(entries.map(\.id)).subtracting(news.map(\.id)).count,
      truncated: returned.count < news.count)
  }

  /// Nil if the model was never listed.
  func modelHistory(
    of id: Model.ID, in history: CatalogHistory, among served: ServedSnapshot
  ) async throws(APIError) -> Part? {
    let question = Question.modelHistory(id, asOf: served.asOf, known: served.snapshot.published)
    return try await answers.answer(to: question) { () async throws(APIError) -> Part? in
      let modelHistory: ModelHistory?
      do throws(HistoryFault) {
        modelHistory = try await history.history(of: id)
      } catch {
        throw APIError(error)
      }
      guard let whole = modelHistory, let known = served.asOf.map(whole.asOf) ?? whole else {
        return nil
      }
      return Part(
        data: known.json(among: served.encoded.catalog).encoded(), count: 1, truncated: false)
    }
  }
}
