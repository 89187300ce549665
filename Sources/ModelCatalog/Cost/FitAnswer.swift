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
  package func promptLimit(besides output: Int) -> Int? {
    let lengths = [contextLength, providerContextLength].compactMap(\.self)
    return lengths.min().map { max(0, $0 - output) }
  }
}
