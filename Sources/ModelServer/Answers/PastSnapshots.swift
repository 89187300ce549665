import Foundation
import HTTPTypes
import ModelCatalog
import ModelRegistry

/// The catalogues of past moments, encoded.
struct PastSnapshots: Sendable {
  private let core: [Model]
  private let history: CatalogHistory?
  private let interval: Duration
  private let recent: RecentAnswers<Date, ServedSnapshot>

  private static let capacity = 8

  init(
    core: [Model], history: CatalogHistory?, interval: Duration, mostAtOnce: Int,
    now: @escaping @Sendable () -> Date
  ) {
    self.core = core
    self.history = history
    self.interval = interval
    recent = RecentAnswers(capacity: Self.capacity, mostAtOnce: mostAtOnce, now: now)
  }

  func snapshot(asOf date: Date) async throws(APIError) -> ServedSnapshot {
    guard let history else { throw .noHistory("no history is kept here") }
    return try await recent.answer(to: date) { () async throws(APIError) in
      try await made(asOf: date, from: history)
    }
  }

  private func made(
    asOf date: Date, from history: CatalogHistory
  ) async throws(APIError) -> ServedSnapshot {
    let catalog: Catalog
    let seen: Date
    let changed: Set<Model.ID>
    do throws(HistoryFault) {
      seen = try await history.observation(notAfter: date)
      catalog = try await history.catalog(asOf: date, core: core)
      changed = try await history.changedOfLate(asOf: date)
    } catch {
      throw APIError(error)
    }
    var snapshot = Snapshot(catalog: catalog, published: seen)
    snapshot.freshness = .stale(seen)
    // When in the week before makes no difference.
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
      // The path is nobody's business but the owner's.
      self = .noHistory("the history cannot be read")
    }
  }
}
