package import Foundation

/// What a workload costs with one model: the sum of one call, in parts, and of a month.
///
/// Exact decimals; where prices follow the hour, the mean over the hours of the workload.
package struct CallCost: Hashable, Sendable {
  /// What is paid for in a part.
  package enum Item: Hashable, Sendable, CaseIterable {
    /// Prompt tokens that are neither read from the cache nor written to it.
    case prompt
    case cacheRead, cacheWrite
    case answer
    case request
    case search
  }

  package struct Part: Hashable, Sendable {
    package let item: Item
    /// Tokens, calls or searches of one call.
    package let units: Decimal
    /// USD per unit; the mean over the hours.
    package let price: Decimal
    /// USD of one call.
    package let amount: Decimal

    /// The unit of `units`.
    package var unit: PriceUnit {
      switch item {
      case .prompt, .cacheRead, .cacheWrite, .answer: .token
      case .request: .request
      case .search: .search
      }
    }
  }

  /// What has to be known to understand the sum.
  package enum Note: Hashable, Sendable {
    /// The model has no price for what is read from the cache, or written to it: the prompt's price.
    case noCacheReadPrice, noCacheWritePrice
    /// Web searches are not in the sum.
    case noSearchPrice
    /// The prompt has more tokens than this, so other prices hold for the whole call.
    case longPrompt(above: Int)
    /// Prices follow the hour or the day.
    case scheduled
    /// Prices under a condition that we don't know are not in it; upstream's key.
    case unknownCondition(String)
    /// The answers of a batch take hours.
    case batch
    /// A free variant is rate-limited.
    case freeVariant
  }

  /// Parts with units, in the order of ``Item``.
  package let parts: [Part]
  /// USD.
  package let perCall: Decimal
  /// USD.
  package let perMonth: Decimal
  package let notes: [Note]
}

/// Why a workload has no cost with a model.
package enum NoCost: Error, Hashable, Sendable, CaseIterable {
  /// It gives images, audio or vectors.
  case notText
  /// It is billed by the character or by the length of audio.
  case notPerToken
  case unknownPrice
  case variablePrice
}
