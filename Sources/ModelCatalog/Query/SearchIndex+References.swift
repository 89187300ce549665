extension SearchIndex {
  /// The first value of a comparison that is meant as a model's id and is none, or one of a model
  /// without that fact; nil where there is none.
  ///
  /// The beginning of an id may still become one.
  package func unknownReference(in text: String, workload: Workload?) -> QueryError? {
    for reference in QueryParser.read(text).references {
      guard case .fact(let fact) = reference.field else { continue }
      guard let model = catalog.resolve(reference.id) else {
        let id = QueryError.shortened(reference.id)
        return QueryError(
          offset: reference.offset, text: reference.id,
          message: "“\(id)” is neither \(reference.field.wanted) nor a model's id",
          suggestion: catalog.nearest(to: reference.id, limit: 1).first,
          isUnfinished: catalog.models.contains { $0.id.hasPrefix(reference.id) })
      }
      if fact.needsWorkload, workload == nil { continue }
      let context = FactContext(model: model, catalog: catalog, workload: workload)
      guard fact.value(in: context).amount == nil else { continue }
      return QueryError(
        offset: reference.offset, text: reference.id,
        message: "the \(fact.words) of \(model.id) is unknown")
    }
    return nil
  }
}
