/// All that is known of who serves which model, for searching.
package struct EndpointTable: Hashable, Sendable {
  /// By the id that was asked for.
  private(set) var models: [Model.ID: ModelEndpoints]
  /// The tags with zero data retention by model; nil if upstream's list of them is not known.
  package var zeroRetention: [Model.ID: Set<String>]?

  package init(
    _ models: [Model.ID: ModelEndpoints] = [:], zeroRetention: [Model.ID: Set<String>]? = nil
  ) {
    self.models = models
    self.zeroRetention = zeroRetention
  }

  package var isEmpty: Bool { models.isEmpty }

  /// Of an alias those of what it stands for.
  package subscript(model: Model) -> ModelEndpoints? {
    model.endpointsID.flatMap { models[$0] }
  }

  package subscript(id: Model.ID) -> ModelEndpoints? {
    get { models[id] }
    set { models[id] = newValue }
  }

  /// Whether an endpoint of a model is in upstream's list of those with zero data retention.
  func hasZeroRetention(_ endpoint: Endpoint, of id: Model.ID) -> Bool {
    guard let zeroRetention else { return false }
    return [endpoint.modelID, id].compactMap(\.self)
      .contains { zeroRetention[$0]?.contains(endpoint.tag.description) == true }
  }
}
