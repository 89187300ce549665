import ModelCatalog

/// A model with its catalogue.
struct ListedModel: ListedRow {
  let model: Model
  let catalog: Catalog
  var workload: Workload?

  var id: String { model.id }
  var json: JSONValue { catalog.json(of: model, workload: workload) }
  var context: FactContext { FactContext(model: model, catalog: catalog, workload: workload) }
}
