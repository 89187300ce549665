package import Foundation
package import ModelCatalog

extension CatalogHistory {
  /// All models as they were at that time, of which later today is now.
  ///
  /// OpenRouter's are those of the last observation not after it; of `core` those that were there.
  package func catalog(
    asOf date: Date, core: [Model]
  ) async throws(HistoryFault) -> Catalog {
    let date = known(date)
    let listed = try await models(asOf: date)
    return Catalog(core.filter { $0.created.map { $0 <= date } ?? true } + listed)
  }

  /// Later today is now: a day that is not over yet ends here.
  nonisolated func known(_ date: Date) -> Date {
    CalendarDay(date) == CalendarDay(present) ? min(date, present) : date
  }

  /// Ids of the models that had changed or come back in the week before that moment, as
  /// ``Snapshot/changedOfLate(now:)`` has them for now.
  package func changedOfLate(asOf date: Date) async throws(HistoryFault) -> Set<Model.ID> {
    let start = date.addingTimeInterval(-RemovedAndChanged.recentInterval)
    return Set(
      try await entries(since: start, until: date).lazy.filter { entry in
        switch entry.kind {
        case .changed, .returned: true
        case .added, .removed, .scheduledPrice: false
        }
      }.map(\.id))
  }
}
