package import Foundation
package import ModelCatalog

extension CatalogHistory {
  /// All models as they were at `date`; a later time today counts as now.
  ///
  /// OpenRouter's models are those of the last observation not after it, core models those
  /// listed by then.
  package func catalog(
    asOf date: Date, core: [Model]
  ) async throws(HistoryFault) -> Catalog {
    let date = known(date)
    let listed = try await models(asOf: date)
    return Catalog(core.filter { $0.created.map { $0 <= date } ?? true } + listed)
  }

  /// A later time today counts as now, because a day without a time means its end.
  nonisolated func known(_ date: Date) -> Date {
    CalendarDay(date) == CalendarDay(present) ? min(date, present) : date
  }

  /// Ids of the models that changed or were listed again in the week before `date`; for now, see
  /// ``Snapshot/changedOfLate(now:)``.
  package func changedOfLate(asOf date: Date) async throws(HistoryFault) -> Set<Model.ID> {
    let start = date.addingTimeInterval(-RemovedAndChanged.recentInterval)
    return Set(
      try await entries(since: start, until: date).lazy.filter(\.changesModel).map(\.id))
  }
}
