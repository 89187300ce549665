import Foundation
import HTTPTypes
import ModelCatalog
import ModelRegistry

/// The catalogues of past moments that were asked for of late, encoded.
///
/// Kept for a while only: an import can change what the past is known to have been.
actor PastSnapshots {
  private struct Entry {
    var date: Date
    var made: Date
    var served: ServedSnapshot
  }

  private let core: [Model]
  private let history: CatalogHistory?
  private let interval: Duration
  private let now: @Sendable () -> Date
  /// The latest used last.
  private var entries: [Entry] = []

  private static let capacity = 8
  /// In seconds.
  private static let lifetime: TimeInterval = 60

  init(
    core: [Model], history: CatalogHistory?, interval: Duration,
    now: @escaping @Sendable () -> Date
  ) {
    self.core = core
    self.history = history
    self.interval = interval
    self.now = now
  }

  func snapshot(asOf date: Date) async throws(APIError) -> ServedSnapshot {
    guard let history else { throw .noHistory("no history is kept here") }
    let now = now()
    entries.removeAll { now.timeIntervalSince($0.made) >= Self.lifetime }
    if let place = entries.firstIndex(where: { $0.date == date }) {
      let entry = entries.remove(at: place)
      entries.append(entry)
      return entry.served
    }
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
    let served = ServedSnapshot(
      snapshot, encoded: EncodedCatalog(catalog), interval: interval, asOf: date)
    if entries.count >= Self.capacity { entries.removeFirst() }
    entries.append(Entry(date: date, made: now, served: served))
    return served
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
