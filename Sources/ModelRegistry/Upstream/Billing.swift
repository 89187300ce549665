import Foundation
import ModelCatalog

/// How the main prices of one row are to be read: upstream writes amounts of different units under
/// one key, and only the rest of the row says which.
enum Billing {
  /// Per token, in and out.
  case tokens
  /// Per token of what goes in; nothing comes out that could be priced.
  case inputTokens
  /// Per character of the text that is spoken.
  case characters
  /// Per length of audio, in a unit that upstream does not name.
  case audioDuration
  /// Nothing in the row says per what.
  case unknown

  init(of model: Model, prices: UpstreamPrices) {
    func gives(_ modality: Modality) -> Bool { model.outputModalities.contains(modality) }
    if gives(.text) || prices[.imageOutput] != nil || prices[.imageToken] != nil {
      self = .tokens
    } else if gives(.speech) {
      self = prices[.completion].map { !$0.isZero } ?? false ? .tokens : .characters
    } else if gives(.transcription) {
      self = model.contextLength == nil ? .audioDuration : .tokens
    } else if gives(.embeddings) {
      self = .inputTokens
    } else {
      self = .unknown
    }
  }

  private var isPerToken: Bool {
    switch self {
    case .tokens, .inputTokens: true
    case .characters, .audioDuration, .unknown: false
    }
  }

  /// What a price under one of upstream's keys is charged for, where `prompt` is the price of the
  /// prompt beside it; nil if its unit is unknown.
  func kind(of key: UpstreamPriceKey, price: Price, prompt: Price?) -> PriceKind? {
    switch key {
    case .prompt:
      switch self {
      case .tokens, .inputTokens: .input
      case .characters: .characters
      case .audioDuration: .audioDuration
      case .unknown: nil
      }
    case .completion: self == .tokens ? .output : nil
    // The price of input images: per token since January 2026, per image before, and per image
    // still in models that make images.
    case .image: isPerToken && price.isAtMost(10, of: prompt) ?? false ? .imageInput : .image
    case .imageOutput, .imageToken: .imageOutput
    case .audio: isPerToken && price.isAtMost(100, of: prompt) ?? true ? .audio : nil
    case .request: .request
    case .webSearch: .webSearch
    case .cacheRead: isPerToken ? .cacheRead : nil
    case .cacheWrite: isPerToken ? .cacheWrite : nil
    case .cacheWrite1h: isPerToken ? .cacheWrite1h : nil
    case .reasoning: isPerToken ? .reasoning : nil
    case .audioOutput: isPerToken ? .audioOutput : nil
    case .audioCache: isPerToken ? .audioCache : nil
    }
  }
}

extension Price {
  /// Whether it is at most so many times another price; nil where one of them varies.
  ///
  /// Any amount is more than that beside no price or one of zero. Multiplied, because to divide takes
  /// many times as long, and this is asked of most rows.
  fileprivate func isAtMost(_ times: Decimal, of other: Price?) -> Bool? {
    guard let amount else { return nil }
    guard let other else { return false }
    guard let base = other.amount else { return nil }
    return base > 0 ? amount <= base * times : amount.isZero
  }
}
