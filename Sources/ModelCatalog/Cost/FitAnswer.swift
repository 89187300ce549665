/// Whether a prompt and its answer fit into a model's context.
package enum FitAnswer: String, Hashable, Sendable, CaseIterable {
  case yes, maybe, no

  /// `limit`: the tokens that there are for the prompt; nil if unknown.
  package init(_ tokens: ClosedRange<Int>, within limit: Int?) {
    guard let limit else {
      self = .maybe
      return
    }
    self = tokens.upperBound <= limit ? .yes : tokens.lowerBound > limit ? .no : .maybe
  }
}

extension Model {
  /// The tokens that a prompt can have beside so many of the answer; nil if unknown.
  package func promptLimit(besides output: Int, on endpoints: [Endpoint] = []) -> Int? {
    // Of several endpoints the one that takes the longest prompt decides.
    let offered = endpoints.compactMap { endpoint in
      let room = (endpoint.contextLength ?? contextLength).map { max(0, $0 - output) }
      return [endpoint.maxInput, room].compactMap(\.self).min()
    }
    if let longest = offered.max() { return longest }
    let lengths = [contextLength, providerContextLength].compactMap(\.self)
    return lengths.min().map { max(0, $0 - output) }
  }
}
