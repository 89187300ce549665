import ModelCatalog

/// A model with its catalogue.
struct ListedModel: ListedRow {
  let model: Model
  let catalog: Catalog

  var id: String { model.id }
  var json: JSONValue { catalog.json(of: model) }
  var abilities: [Ability] {
    let abilities = catalog.abilities(of: model.id)
    return Ability.allCases.filter(abilities.contains)
  }
}
