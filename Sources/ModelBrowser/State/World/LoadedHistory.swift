import Foundation
import ModelCatalog
import ModelRegistry

/// The history of one model, prepared for display: it can have thousands of versions, too slow to
/// process on each key.
struct LoadedHistory: Equatable, Sendable {
  let id: Model.ID
  /// When it was seen first, and whether that was the first look at any model.
  private(set) var firstSeen: Date?
  private(set) var isFromTheStart = false
  /// The first look without it; nil while it is listed.
  private(set) var removed: Date?
  /// The newest first.
  private(set) var entries: [HistoryEntry] = []
  /// The main prices, in the units that it was ever billed by.
  private(set) var prices: [PriceSeries] = []
  /// Why there is no answer.
  private(set) var fault: HistoryFault?

  /// `modelHistory` is nil where the history never saw the model; `asOf` ends it there.
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
