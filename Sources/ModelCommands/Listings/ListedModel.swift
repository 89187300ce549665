import ModelCatalog

/// A model with its catalogue.
struct ListedModel: ListedRow {
  let model: Model
  let catalog: Catalog
  var workload: Workload?
  /// The endpoint that a query about endpoints chose.
  var endpoint: Endpoint?

  var id: String { model.id }
  var json: JSONValue { catalog.json(of: model, workload: workload, endpoint: endpoint) }
  var context: FactContext {
    FactContext(model: model, catalog: catalog, workload: workload, endpoint: endpoint)
  }
}
