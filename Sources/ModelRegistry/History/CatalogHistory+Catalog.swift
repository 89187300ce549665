package import Foundation
package import ModelCatalog

extension CatalogHistory {
  /// All models as they were at that time: OpenRouter's by the last observation not after it, and
  /// those of `core` that were there already. Later today is now.
  package func catalog(
    asOf date: Date, core: [Model]
  ) async throws(HistoryFault) -> Catalog {
    let isToday = CalendarDay(date) == CalendarDay(present)
    let date = isToday ? min(date, present) : date
    let listed = try await models(asOf: date)
    return Catalog(core.filter { $0.created.map { $0 <= date } ?? true } + listed)
  }
}
