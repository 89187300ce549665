import Foundation
import HTTPTypes
import ModelCatalog
import ModelRegistry

/// Encoded catalogues of past dates.
struct PastSnapshots: Sendable {
  private let registry: ModelRegistry
  private let interval: Duration
  private let answers: AnswerCache<Date, ServedSnapshot>

  private static let capacity = 8

  init(
    registry: ModelRegistry, interval: Duration, maxConcurrent: Int,
    now: @escaping @Sendable () -> Date
  ) {
    self.registry = registry
    self.interval = interval
    answers = AnswerCache(capacity: Self.capacity, maxConcurrent: maxConcurrent, now: now)
  }

  func snapshot(asOf date: Date) async throws(APIError) -> ServedSnapshot {
    guard let history = registry.history else { throw .noHistory("this server keeps no history") }
    return try await answers.answer(to: date) { () async throws(APIError) in
      try await makeSnapshot(asOf: date, from: history)
    }
  }

  private func makeSnapshot(
    asOf date: Date, from history: CatalogHistory
  ) async throws(APIError) -> ServedSnapshot {
    let catalog: Catalog
    let seen: Date
    let changed: Set<Model.ID>
    do throws(HistoryFault) {
      seen = try await history.observation(notAfter: date)
      catalog = try await history.catalog(asOf: date, core: registry.core)
      changed = try await history.changedOfLate(asOf: date)
    } catch {
      throw APIError(error)
    }
    var snapshot = Snapshot(catalog: catalog, published: seen)
    snapshot.freshness = .stale(seen)
    // Only whether it changed in the last week matters, not when.
    snapshot.changedOn = Dictionary(changed.map { ($0, date) }) { first, _ in first }
    return ServedSnapshot(
      snapshot, encoded: EncodedCatalog(catalog), interval: interval, asOf: date)
  }
}

extension APIError {
  static func noHistory(_ reason: String) -> APIError {
    APIError(code: .noHistory, message: reason)
  }

  init(_ fault: HistoryFault) {
    switch fault {
    case .tooEarly, .future: self = .badRequest(fault.summary, code: .dateOutOfRange)
    case .empty, .foreign, .broken, .newer, .locked, .unusable:
      // The path on disk is not disclosed.
      self = .noHistory("the history cannot be read")
    }
  }
}
