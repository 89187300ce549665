package import Foundation
package import ModelCatalog

extension CatalogHistory {
  /// All models as they were at that time, of which later today is now.
  ///
  /// OpenRouter's are those of the last observation not after it; of `core` those that were there.
  package func catalog(
    asOf date: Date, core: [Model]
  ) async throws(HistoryFault) -> Catalog {
    let isToday = CalendarDay(date) == CalendarDay(present)
    let date = isToday ? min(date, present) : date
    let listed = try await models(asOf: date)
    return Catalog(core.filter { $0.created.map { $0 <= date } ?? true } + listed)
  }
}
