package import Foundation

/// What a prompt means for one model: its tokens, whether they fit, and what one call costs.
package struct PromptFit: Hashable, Sendable {
  package let model: Model
  /// The fewest and the most.
  package let tokens: ClosedRange<Int>
  /// The most tokens that the prompt can have; nil if unknown.
  package let limit: Int?
  package let answer: FitAnswer
  /// USD of one call with the fewest and with the most tokens; nil where there is no cost.
  package let cost: ClosedRange<Decimal>?
  /// Numbers of tokens above which another price holds, that the prompt may or may not have.
  package let thresholds: [Int]

  /// `output`: the tokens that the answer may have; `endpoints`: those that are known.
  package init(
    _ model: Model, prompt: TokenEstimate, output: Int, endpoints: [Endpoint] = []
  ) {
    self.model = model
    let tokens = prompt.tokens(for: TokenizerFamily(of: model))
    self.tokens = tokens
    limit = model.promptLimit(besides: output, on: endpoints)
    answer = FitAnswer(tokens, within: limit)
    let costs = [tokens.lowerBound, tokens.upperBound].compactMap { input in
      (try? Workload(input: input, output: output).cost(of: model))?.perCall
    }
    if let low = costs.min(), let high = costs.max(), costs.count == 2 {
      cost = low...high
    } else {
      cost = nil
    }
    let limits = model.pricing.overrides.flatMap(\.conditions).compactMap { condition -> Int? in
      if case .promptTokens(let above) = condition { above } else { nil }
    }
    thresholds = Set(limits).filter { tokens.contains($0) && $0 < tokens.upperBound }.sorted()
  }
}
