import Foundation
import ModelCatalog
import ModelRegistry

/// What comes from outside: the registry's snapshot, the history of the model in the detail, the
/// clock, the size of the screen, and the past catalogue shown instead of the present one.
struct World: Equatable, Sendable {
  var snapshot: Snapshot
  private(set) var now: Date
  var size: Size
  /// Whether there is a history.
  let hasHistory: Bool
  /// Whether endpoints are kept across runs.
  let keepsEndpoints: Bool
  /// The past catalogue that is shown instead of the present one.
  private(set) var pastCatalog: PastCatalog?
  /// False until the cache has been read: distinguishes "loading" from "empty".
  var isLoaded = false
  /// The user has requested a refresh that has not ended.
  var awaitsRefresh = false
  /// The animation step of the refresh spinner.
  private(set) var spinnerStep = 0
  /// Models that a person holds on to and that the newest list lacks, as they were last.
  private(set) var missing: [Model.ID: Model] = [:]
  /// The last loaded history of a model.
  private(set) var modelHistory: LoadedHistory?
  /// The model whose history was requested last.
  private(set) var requestedHistory: Model.ID?
  /// The model whose kept endpoints were requested last.
  private var requestedEndpoints: Model.ID?

  init(
    snapshot: Snapshot, now: Date, size: Size, hasHistory: Bool = false,
    pastCatalog: PastCatalog? = nil, keepsEndpoints: Bool = false
  ) {
    self.snapshot = snapshot
    self.now = now
    self.size = size
    self.hasHistory = hasHistory
    self.keepsEndpoints = keepsEndpoints
    self.pastCatalog = pastCatalog
  }

  /// The catalogue that is shown.
  var catalog: Catalog { pastCatalog?.catalog ?? snapshot.catalog }

  /// The date to which ages are relative.
  var moment: Date { pastCatalog?.date ?? now }

  /// The models that changed in the last days; none in the past.
  var changedOfLate: Set<Model.ID> {
    pastCatalog == nil ? snapshot.changedOfLate(now: now) : []
  }

  /// When the header changes next without an event; nil for never.
  var nextChange: Date? {
    var moments: [Date] = []
    if snapshot.isRefreshing { moments.append(now.addingTimeInterval(0.1)) }
    if let fetched = snapshot.freshness.fetched ?? snapshot.nextRefresh {
      let passed = now.timeIntervalSince(fetched) / 60
      moments.append(fetched.addingTimeInterval((passed.rounded(.down) + 1) * 60))
    }
    return moments.min()
  }

  /// A model of the catalogue, or one that is held on to.
  func model(_ id: Model.ID) -> Model? { catalog[id] ?? missing[id] }

  // MARK: - Updates

  /// Remembers those of some models that a new list lacks as removed.
  mutating func hold(_ ids: [Model.ID], from old: Catalog) {
    for id in ids where catalog[id] == nil {
      guard var model = old[id] ?? missing[id] else { continue }
      model.lastListed = model.lastListed ?? now
      missing[id] = model
    }
  }

  /// Stores a snapshot and returns what it changes.
  mutating func receive(_ new: Snapshot) -> SnapshotChange {
    let change = SnapshotChange(from: snapshot, to: new, wasLoaded: isLoaded)
    snapshot = new
    isLoaded = true
    return change
  }

  /// Sets the clock; returns the seconds that it was set back by, and whether the day is another.
  mutating func passTime(to date: Date) -> (setBack: TimeInterval, isOtherDay: Bool) {
    if snapshot.isRefreshing, date.timeIntervalSince(now) > 0.05 { spinnerStep += 1 }
    defer { now = date }
    return (max(0, now.timeIntervalSince(date)), CalendarDay(date) != CalendarDay(now))
  }

  /// Requests the history of the model in the detail, once; nil while there is none.
  mutating func requestHistory(of model: Model?) -> [Effect] {
    guard hasHistory, isLoaded else { return [] }
    let id = model?.source == .openRouter ? model?.id : nil
    guard id != requestedHistory else { return [] }
    requestedHistory = id
    return id.map { [.loadHistory($0, asOf: pastCatalog?.date)] } ?? []
  }

  /// Requests what is kept of who serves the model in the detail, once.
  mutating func requestEndpoints(of model: Model?) -> [Effect] {
    guard keepsEndpoints, isLoaded, pastCatalog == nil else { return [] }
    let id = model?.endpointsID
    guard id != requestedEndpoints else { return [] }
    requestedEndpoints = id
    return id.map { [.readEndpoints($0)] } ?? []
  }

  /// Stores the history that was requested last; one of another model comes too late.
  mutating func receive(_ history: LoadedHistory) {
    if history.id == requestedHistory { modelHistory = history }
  }

  /// The next request asks again, even for the same model.
  mutating func expireHistory() { requestedHistory = nil }

  /// Shows the present catalogue again.
  mutating func leavePast() {
    pastCatalog = nil
    modelHistory = nil
    requestedHistory = nil
  }
}
