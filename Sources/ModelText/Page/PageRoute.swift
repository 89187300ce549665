package import ModelCatalog

/// One of the two ways to a model, as a line of its page.
package struct PageRoute: Hashable, Sendable {
  /// `core` or `OpenRouter`.
  package let name: String
  package let id: Model.ID
  package let price: String

  package init(of model: Model) {
    name =
      switch model.source {
      case .core: "core"
      case .openRouter: "OpenRouter"
      }
    id = model.id
    price = model.priceSummary ?? "price unknown"
  }
}

extension Catalog {
  /// The abilities on the page of a model, in their order.
  package func abilityWords(of model: Model) -> [String] {
    let abilities = abilities(of: model.id)
    return Ability.allCases.filter(abilities.contains).map(\.rawValue)
  }
}
