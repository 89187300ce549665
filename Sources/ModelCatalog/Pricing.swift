import Foundation

/// What a price is charged for.
///
/// The raw value is the name in our own JSON; ``upstreamKey`` is upstream's.
package enum PriceKind: String, CaseIterable, Sendable, Comparable {
  case input, output
  case cacheRead, cacheWrite, cacheWrite1h
  case reasoning
  case image, imageToken, imageOutput
  case audio, audioOutput, audioCache
  case request, webSearch

  /// The key in upstream's `pricing` object.
  package var upstreamKey: String {
    switch self {
    case .input: "prompt"
    case .output: "completion"
    case .cacheRead: "input_cache_read"
    case .cacheWrite: "input_cache_write"
    case .cacheWrite1h: "input_cache_write_1h"
    case .reasoning: "internal_reasoning"
    case .image: "image"
    case .imageToken: "image_token"
    case .imageOutput: "image_output"
    case .audio: "audio"
    case .audioOutput: "audio_output"
    case .audioCache: "input_audio_cache"
    case .request: "request"
    case .webSearch: "web_search"
    }
  }

  /// Whether the amount is counted per request, image or search rather than per token.
  package var isPerUnit: Bool {
    switch self {
    case .request, .image, .webSearch: true
    case .input, .output, .cacheRead, .cacheWrite, .cacheWrite1h, .reasoning, .imageToken,
      .imageOutput, .audio, .audioOutput, .audioCache:
      false
    }
  }

  package static func < (left: PriceKind, right: PriceKind) -> Bool {
    left.order < right.order
  }

  private var order: Int { Self.allCases.firstIndex(of: self) ?? 0 }
}

/// All that upstream or a maker says about the prices of one model; an absent kind is unknown.
package struct Pricing: Hashable, Sendable {
  /// The known prices, in USD per token or per unit.
  package var prices: [PriceKind: Price]
  /// Other prices for long prompts or hours of the day, in upstream's order.
  package var overrides: [PriceOverride]

  package init(_ prices: [PriceKind: Price] = [:], overrides: [PriceOverride] = []) {
    self.prices = prices
    self.overrides = overrides
  }

  package subscript(kind: PriceKind) -> Price? { prices[kind] }

  /// Whether any amount is decided per request.
  package var isVariable: Bool { prices.values.contains(.variable) }
}

/// Prices that replace the ordinary ones under a condition.
package struct PriceOverride: Hashable, Sendable {
  /// When it holds.
  package enum Condition: Hashable, Sendable {
    /// Prompts of at least so many tokens.
    case promptTokens(atLeast: Int)
    /// A part of the day: minutes after midnight UTC; `until` may be earlier than `from`.
    case utcMinutes(from: Int, until: Int)
  }

  package var condition: Condition
  /// In USD per token or per unit.
  package var prices: [PriceKind: Price]

  package init(condition: Condition, prices: [PriceKind: Price]) {
    self.condition = condition
    self.prices = prices
  }
}
