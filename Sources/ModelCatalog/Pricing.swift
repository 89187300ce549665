/// What a price is charged for.
///
/// The raw value is the key in our own JSON; ``upstreamKey`` is upstream's, and ``unit`` what one
/// amount pays for. Two kinds with one upstream key are the same price in different units.
package enum PriceKind: String, CaseIterable, Sendable, Comparable {
  case input, output
  case cacheRead, cacheWrite, cacheWrite1h
  case reasoning
  /// Text that is spoken, by its characters.
  case characters
  /// Audio that is transcribed, by its length.
  case audioDuration
  /// An input image as a whole.
  case image
  /// An input image by its tokens.
  case imageInput
  case imageOutput
  case audio, audioOutput, audioCache
  case request, webSearch

  /// The key in upstream's `pricing` object.
  package var upstreamKey: String {
    switch self {
    case .input, .characters, .audioDuration: "prompt"
    case .output: "completion"
    case .cacheRead: "input_cache_read"
    case .cacheWrite: "input_cache_write"
    case .cacheWrite1h: "input_cache_write_1h"
    case .reasoning: "internal_reasoning"
    case .image, .imageInput: "image"
    case .imageOutput: "image_output"
    case .audio: "audio"
    case .audioOutput: "audio_output"
    case .audioCache: "input_audio_cache"
    case .request: "request"
    case .webSearch: "web_search"
    }
  }

  package var unit: PriceUnit {
    switch self {
    case .input, .output, .cacheRead, .cacheWrite, .cacheWrite1h, .reasoning, .imageInput,
      .imageOutput, .audio, .audioOutput, .audioCache:
      .token
    case .characters: .character
    case .audioDuration: .audioDuration
    case .image: .image
    case .request: .request
    case .webSearch: .search
    }
  }

  package static func < (left: PriceKind, right: PriceKind) -> Bool {
    left.order < right.order
  }

  private var order: Int { Self.allCases.firstIndex(of: self) ?? 0 }
}

/// All that upstream or a maker says about the prices of one model; an absent kind is unknown.
package struct Pricing: Hashable, Sendable {
  /// The known prices, in USD per one unit of their kind.
  package var prices: [PriceKind: Price]
  /// Prices above zero whose meaning or unit is unknown, as upstream sends them, by its key.
  package var other: [String: Price]
  /// Other prices for long prompts or times of the day, in upstream's order.
  package var overrides: [PriceOverride]

  package init(
    _ prices: [PriceKind: Price] = [:], other: [String: Price] = [:],
    overrides: [PriceOverride] = []
  ) {
    self.prices = prices
    self.other = other
    self.overrides = overrides
  }

  package subscript(kind: PriceKind) -> Price? { prices[kind] }

  /// What is paid for what goes in, in the unit that the model is billed by; nil if unknown.
  package var main: (kind: PriceKind, price: Price)? {
    for kind in [PriceKind.input, .characters, .audioDuration] {
      if let price = prices[kind] { return (kind, price) }
    }
    return nil
  }

  /// Whether any amount is decided per request.
  package var isVariable: Bool { prices.values.contains(.variable) }

  /// Whether nothing that is known, under no condition, costs anything.
  package var costsNothing: Bool {
    Self.areZero(prices, other)
      && overrides.allSatisfy { Self.areZero($0.prices, $0.other) }
  }

  private static func areZero(_ prices: [PriceKind: Price], _ other: [String: Price]) -> Bool {
    prices.values.allSatisfy(\.isZero) && other.values.allSatisfy(\.isZero)
  }
}

/// Prices that replace the ordinary ones while all its conditions hold.
package struct PriceOverride: Hashable, Sendable {
  package enum Condition: Hashable, Sendable {
    /// Prompts of more tokens than this.
    case promptTokens(above: Int)
    /// A part of the day: minutes after midnight UTC, from the first and before the last; `until`
    /// is earlier than `from` where the part goes on after midnight.
    case utcMinutes(from: Int, until: Int)
    /// Days of the week in UTC, sorted, without duplicates.
    case utcDays([Weekday])
    /// A condition that we don't know, by upstream's key: never taken to hold.
    case unknown(String)
  }

  /// All of them have to hold.
  package var conditions: [Condition]
  /// In USD per one unit of their kind.
  package var prices: [PriceKind: Price]
  /// As ``Pricing/other``.
  package var other: [String: Price]

  package init(
    conditions: [Condition], prices: [PriceKind: Price], other: [String: Price] = [:]
  ) {
    self.conditions = conditions
    self.prices = prices
    self.other = other
  }

  /// Whether it follows the time of the day or the day of the week.
  package var isScheduled: Bool {
    conditions.contains { condition in
      switch condition {
      case .utcMinutes, .utcDays: true
      case .promptTokens, .unknown: false
      }
    }
  }
}

/// A day of the week; the raw value is upstream's word for it and the one in our JSON.
package enum Weekday: String, CaseIterable, Hashable, Sendable, Comparable {
  case monday, tuesday, wednesday, thursday, friday, saturday, sunday

  /// Reads the whole name or its first three letters, in any case.
  package init?(upstream text: String) {
    let text = text.lowercased()
    guard let day = Self.allCases.first(where: { $0.rawValue == text || $0.short == text })
    else { return nil }
    self = day
  }

  private var short: Substring { rawValue.prefix(3) }

  /// `Mon`.
  package var words: String { short.prefix(1).uppercased() + short.dropFirst() }

  package static func < (left: Weekday, right: Weekday) -> Bool {
    left.order < right.order
  }

  private var order: Int { Self.allCases.firstIndex(of: self) ?? 0 }
}
