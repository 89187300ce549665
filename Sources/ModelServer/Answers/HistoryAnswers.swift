import Foundation
import ModelCatalog
import ModelRegistry

/// What the history says of a time or a model, encoded.
struct HistoryAnswers: Sendable {
  /// The `data` of an answer.
  struct Part: Sendable {
    let data: Data
    let count: Int
    /// There would have been more.
    let truncated: Bool
  }

  private enum Question: Hashable {
    case changes(since: Date, until: Date?, known: Date)
    case modelHistory(Model.ID, asOf: Date?, known: Date)
  }

  /// A life is of one model; nil if it was never listed.
  private let recent: RecentAnswers<Question, Part?>
  private let now: @Sendable () -> Date

  /// An answer of more changes is no use to anybody, and takes seconds to make.
  static let mostChanges = 10_000
  private static let capacity = 4

  init(mostAtOnce: Int, now: @escaping @Sendable () -> Date) {
    recent = RecentAnswers(capacity: Self.capacity, mostAtOnce: mostAtOnce, now: now)
    self.now = now
  }

  /// The newest first, up to the moment that is served, or now.
  func changes(
    since: Date, in history: CatalogHistory, among served: ServedSnapshot
  ) async throws(APIError) -> Part {
    let question = Question.changes(
      since: since, until: served.asOf, known: served.snapshot.published)
    let part = try await recent.answer(to: question) { () async throws(APIError) -> Part? in
      do throws(HistoryFault) {
        let entries = try await history.entries(since: since, until: served.asOf ?? now())
        return Self.part(entries)
      } catch {
        throw APIError(error)
      }
    }
    return part ?? Self.part([])
  }

  static func part(_ entries: [HistoryEntry]) -> Part {
    let told = entries.prefix(mostChanges)
    return Part(
      data: JSONValue.list(told.map(\.json)).encoded(), count: told.count,
      truncated: told.count < entries.count)
  }

  /// Nil if the model was never listed.
  func modelHistory(
    of id: Model.ID, in history: CatalogHistory, among served: ServedSnapshot
  ) async throws(APIError) -> Part? {
    let question = Question.modelHistory(id, asOf: served.asOf, known: served.snapshot.published)
    return try await recent.answer(to: question) { () async throws(APIError) -> Part? in
      let modelHistory: ModelHistory?
      do throws(HistoryFault) {
        modelHistory = try await history.history(of: id)
      } catch {
        throw APIError(error)
      }
      guard let whole = modelHistory, let told = served.asOf.map(whole.asOf) ?? whole else {
        return nil
      }
      return Part(
        data: told.json(among: served.encoded.catalog).encoded(), count: 1, truncated: false)
    }
  }
}
