extension Model {
  /// The model as one endpoint serves it: with the endpoint's prices, limits and parameters.
  package func served(by endpoint: Endpoint) -> Model {
    var model = self
    model.pricing = endpoint.pricing
    model.contextLength = endpoint.contextLength
    model.providerContextLength = nil
    model.maxOutput = endpoint.maxOutput
    model.supportedParameters = endpoint.supportedParameters
    let reasons = ListPromise.reasoningNames
    if endpoint.supportedParameters?.contains(where: reasons.contains) != true {
      model.reasoning = nil
    }
    return model
  }

  /// The id of which upstream has the endpoints: an alias has those of what it stands for; nil for a
  /// core model and one that is no longer listed.
  package var endpointsID: Model.ID? {
    guard source == .openRouter, lastListed == nil else { return nil }
    return aliasTarget ?? id
  }
}
