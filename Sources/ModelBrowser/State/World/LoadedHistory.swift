import Foundation
import ModelCatalog
import ModelRegistry

/// The history of one model, prepared for display: it can have thousands of versions, too slow to
/// process on each key.
struct LoadedHistory: Equatable, Sendable {
  let id: Model.ID
  /// When it was first seen.
  private(set) var firstSeen: Date?
  /// Whether it was seen when the history began.
  private(set) var isFromTheStart = false
  /// When it was first missing; nil while it is listed.
  private(set) var removed: Date?
  /// Newest first.
  private(set) var entries: [HistoryEntry] = []
  /// The main prices over time, one series for each unit that it was billed by.
  private(set) var prices: [PriceSeries] = []
  /// Why the history could not be read.
  private(set) var fault: HistoryFault?

  /// `modelHistory` is nil if the history has no such model; later entries than `asOf` are left out.
  init(id: Model.ID, modelHistory: ModelHistory?, asOf date: Date? = nil) {
    self.id = id
    let known = date.map { modelHistory?.asOf($0) } ?? modelHistory
    guard let known, let first = known.versions.first else { return }
    firstSeen = first.firstSeen
    isFromTheStart = first.firstSeen <= known.historyBegan
    removed = known.removed
    entries = known.entries()
    prices = known.mainKinds.map {
      PriceSeries(kind: $0, steps: known.priceSteps(of: $0))
    }
  }

  init(id: Model.ID, fault: HistoryFault) {
    self.id = id
    self.fault = fault
  }
}
