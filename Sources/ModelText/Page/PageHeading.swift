package import ModelCatalog

/// The first line of the page of one model, for every front end.
package struct PageHeading: Hashable, Sendable {
  /// What follows the name.
  package enum Flag: Hashable, Sendable {
    case free, retired
    /// Upstream no longer lists it.
    case removed(lastListed: CalendarDay)
    /// With the words for its last day.
    case expiring(String)
    case alias(of: Model.ID)

    package var text: String {
      switch self {
      case .free: "free"
      case .retired: "retired: its maker no longer serves it"
      case .removed(let day): "removed, last seen \(day)"
      case .expiring(let notice): notice
      case .alias(let target): "stands for \(target)"
      }
    }
  }

  package let name: String
  package let flags: [Flag]

  package init(of model: Model, today: CalendarDay) {
    name = model.name
    flags = [
      model.isFree ? .free : nil,
      model.isRetired ? .retired : nil,
      model.lastListed.map { .removed(lastListed: CalendarDay($0)) },
      model.expiryNotice(today: today).map(Flag.expiring),
      model.aliasTarget.map { .alias(of: $0) },
    ].compactMap(\.self)
  }
}
