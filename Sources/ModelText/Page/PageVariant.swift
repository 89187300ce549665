import Foundation
package import ModelCatalog

/// Another row of the same model, as a line of its page.
package struct PageVariant: Hashable, Sendable {
  /// `core`, `OpenRouter`, `batch`, `free`, `alias`.
  package let kind: String
  package let id: Model.ID
  package let price: String
  /// What it costs less or more, and what that is paid with; nil where there is nothing to compare.
  package let difference: String?

  package init(_ other: Model, comparedWith model: Model) {
    id = other.id
    price = other.priceSummary ?? "price unknown"
    kind =
      switch other.source {
      case .core: "core"
      case .openRouter where other.aliasTarget != nil: "alias"
      case .openRouter: other.variant.map(String.init) ?? "OpenRouter"
      }
    let note: String? =
      switch other.variant {
      case "batch" where other.source == .openRouter: "answers later"
      case "free" where other.source == .openRouter: "rate-limited"
      default: nil
      }
    let change = other.isFree ? nil : Self.difference(of: other, from: model)
    let parts = [change, note].compactMap(\.self)
    difference = parts.isEmpty ? nil : parts.joined(separator: ", ")
  }

  /// `−50 %`, `input −50 %, output −20 %`, `same price`; nil where a price is unknown.
  private static func difference(of other: Model, from model: Model) -> String? {
    let changes = [PriceKind.input, .output].map { kind in
      (kind, change(from: model.pricing[kind], to: other.pricing[kind], kind))
    }
    let known = changes.compactMap { kind, change in change.map { (kind, $0) } }
    guard let first = known.first else { return nil }
    if known.allSatisfy({ $0.1 == first.1 }) {
      return first.1 == 0 ? "same price" : percent(first.1)
    }
    return known.map { "\($0.0.words) \($0.1 == 0 ? "the same" : percent($0.1))" }
      .joined(separator: ", ")
  }

  /// Whole per cent.
  private static func change(from old: Price?, to new: Price?, _ kind: PriceKind) -> Int? {
    guard let old = old?.amount(per: kind), let new = new?.amount(per: kind), old > 0 || new == old
    else { return nil }
    if old == new { return 0 }
    let share = NSDecimalNumber(decimal: (new - old) / old * 100).doubleValue.rounded()
    return share < 1e6 ? Int(exactly: share) : nil
  }

  private static func percent(_ change: Int) -> String {
    (change < 0 ? "−" : "+") + "\(abs(change)) %"
  }
}

extension Catalog {
  /// The abilities on the page of a model, in their order.
  package func abilityWords(of model: Model) -> [String] {
    let abilities = abilities(of: model.id)
    return Ability.allCases.filter(abilities.contains).map(\.rawValue)
  }
}
