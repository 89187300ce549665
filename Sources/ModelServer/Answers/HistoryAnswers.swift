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
    let isCut: Bool
  }

  private enum Question: Hashable {
    case changes(since: Date, until: Date?, revision: String)
    case life(Model.ID, asOf: Date?, revision: String)
  }

  /// A life is of one model; nil if it was never listed.
  private let recent: RecentAnswers<Question, Part?>

  /// An answer of more changes is no use to anybody, and takes seconds to make.
  static let mostChanges = 10_000
  private static let capacity = 8

  init(mostAtOnce: Int, now: @escaping @Sendable () -> Date) {
    recent = RecentAnswers(capacity: Self.capacity, mostAtOnce: mostAtOnce, now: now)
  }

  /// The newest first; `until` of nil is now.
  func changes(
    since: Date, until: Date?, revision: String, in history: CatalogHistory
  ) async throws(APIError) -> Part {
    let question = Question.changes(since: since, until: until, revision: revision)
    let part = try await recent.answer(to: question) { () async throws(APIError) -> Part? in
      do throws(HistoryFault) {
        let entries = try await history.entries(since: since, until: until ?? .distantFuture)
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
      data: JSONValue.list(told.map(\.record)).json(), count: told.count,
      isCut: told.count < entries.count)
  }

  /// Nil if the model was never listed.
  func life(
    of id: Model.ID, in history: CatalogHistory, among served: ServedSnapshot
  ) async throws(APIError) -> Part? {
    let question = Question.life(id, asOf: served.asOf, revision: served.encoded.revision)
    return try await recent.answer(to: question) { () async throws(APIError) -> Part? in
      let life: ModelLife?
      do throws(HistoryFault) {
        life = try await history.life(of: id)
      } catch {
        throw APIError(error)
      }
      guard let whole = life, let told = served.asOf.map(whole.asOf) ?? whole else { return nil }
      return Part(
        data: told.record(among: served.encoded.catalog).json(), count: 1, isCut: false)
    }
  }
}
