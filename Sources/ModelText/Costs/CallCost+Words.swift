import Foundation
package import ModelCatalog

/// What a cost is made of, in words.
extension CallCost.Part {
  /// `600 prompt tokens`, `1 web search`.
  package var words: String {
    let count = CostText.count(units)
    return switch item {
    case .prompt: "\(count) prompt tokens"
    case .cacheRead: "\(count) cached tokens"
    case .cacheWrite: "\(count) tokens to the cache"
    case .answer: "\(count) answer tokens"
    case .request: "\(count) request"
    case .search: units == 1 ? "1 web search" : "\(count) web searches"
    }
  }

  /// The price per million tokens, or per request or search, with at least two decimals.
  package var priceText: String { PriceText.short(.fixed(price), priceKind) }

  private var priceKind: PriceKind {
    switch item {
    case .prompt, .cacheRead, .cacheWrite, .answer: .input
    case .request: .request
    case .search: .webSearch
    }
  }
}

extension CallCost.Note {
  /// A sentence without a full stop.
  package var words: String {
    switch self {
    case .noCacheReadPrice: "no price for cache reads: cached tokens cost as much as others"
    case .noCacheWritePrice: "no price for cache writes: written tokens cost as much as others"
    case .noSearchPrice: "no price for web searches: they are not in the sum"
    case .longPrompt(let limit):
      "the prices of prompts above \(CountText.grouped(limit)) tokens hold"
    case .scheduled: "prices follow the time: the mean over the workload's hours"
    case .unknownCondition(let key): "prices under the unknown condition “\(key)” are not in it"
    case .batch: "batch: the answers take hours"
    case .freeVariant: "free: the number of calls is limited"
    }
  }
}

extension NoCost {
  /// Why there is no cost, after a colon.
  package var words: String {
    switch self {
    case .notText: "it gives no text"
    case .notPerToken: "it is not billed per token"
    case .unknownPrice: "its input or output price is unknown"
    case .variablePrice: "its price is decided per request"
    }
  }
}

extension Workload {
  /// What no sum contains, in one line.
  package static let notInTheSum =
    "Not in the sum: OpenRouter's fee on buying credits, storage of caches."
}
