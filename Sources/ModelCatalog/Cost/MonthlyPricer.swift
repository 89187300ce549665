import Foundation

/// What a workload costs a month, prepared for many models: without parts and notes.
struct MonthlyPricer {
  private let workload: Workload
  private let hasPrompt: Bool
  private let hasAnswer: Bool
  /// Tokens of a month, in the workload's own count.
  private let prompt, cacheRead, cacheWrite, answer: Decimal
  /// Of a month.
  private let calls, searches: Decimal

  init(_ workload: Workload) {
    self.workload = workload
    calls = workload.calls.perMonth
    searches = workload.searches * calls
    let input = Decimal(workload.input) * calls
    cacheRead = input * workload.cached
    cacheWrite = input * workload.written
    prompt = input - cacheRead - cacheWrite
    answer = Decimal(workload.output) * calls
    hasPrompt = !prompt.isZero
    hasAnswer = !answer.isZero
  }

  /// USD a month, or nil where there is no cost.
  ///
  /// Models with conditional prices go the way of ``Workload/cost(of:)``; this is the short one of all
  /// others.
  func cost(of model: borrowing Model) -> Decimal? {
    guard model.pricing.overrides.isEmpty else { return workload.monthlyCostInParts(of: model) }
    guard model.outputModalities.contains(.text) else { return nil }
    var prices = Prices()
    // To go through a few prices is faster than to look up each of them.
    for (kind, price) in model.pricing.prices { prices.set(price, for: kind) }
    guard case .fixed(let input)? = prices.input, case .fixed(let output)? = prices.output
    else { return nil }
    var tokens: Decimal = 0
    if hasPrompt { tokens += input * prompt }
    if hasAnswer { tokens += output * answer }
    if !cacheRead.isZero {
      guard let read = Self.amount(prices.cacheRead, else: input) else { return nil }
      tokens += read * cacheRead
    }
    if !cacheWrite.isZero {
      guard let write = Self.amount(prices.cacheWrite, else: input) else { return nil }
      let isOnTop = prices.cacheWrite != nil && model.author == "google"
      tokens += (isOnTop ? input + write : write) * cacheWrite
    }
    if workload.count == .text { tokens *= workload.tokenFactor(for: copy model) }
    guard let request = Self.amount(prices.request, else: 0) else { return nil }
    var sum = tokens
    if !request.isZero { sum += request * calls }
    if !searches.isZero {
      guard let search = Self.amount(prices.search, else: 0) else { return nil }
      sum += search * searches
    }
    return sum
  }

  /// Nil for a price that varies.
  private static func amount(_ price: Price?, else usual: Decimal) -> Decimal? {
    price.map(\.amount) ?? usual
  }

  /// The prices that a workload needs.
  private struct Prices {
    var input, output, cacheRead, cacheWrite, request, search: Price?

    mutating func set(_ price: Price, for kind: PriceKind) {
      switch kind {
      case .input: input = price
      case .output: output = price
      case .cacheRead: cacheRead = price
      case .cacheWrite: cacheWrite = price
      case .request: request = price
      case .webSearch: search = price
      case .cacheWrite1h, .reasoning, .characters, .audioDuration, .image, .imageInput,
        .imageOutput, .audio, .audioOutput, .audioCache:
        break
      }
    }
  }
}
