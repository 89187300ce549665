package import Foundation

/// What one month of somebody's work looks like: calls that are all alike.
///
/// Its text is words in any order: `in=3000 out=500 calls=50000/day cached=80%`.
package struct Workload: Hashable, Sendable {
  /// What ``input`` and ``output`` are counted in.
  package enum Count: String, CaseIterable, Hashable, Sendable {
    /// The model's own tokens.
    case tokens
    /// Tokens that GPT (o200k) needs for the text; other tokenizers need more or fewer for it.
    case text
  }

  /// Tokens of one call's prompt.
  package var input: Int
  /// Tokens of one call's answer, with its reasoning.
  package var output: Int
  package var calls: CallRate
  /// The share of the prompt that is read from the cache, 0 to 1.
  package var cached: Decimal
  /// The share of the prompt that is written to the cache, 0 to 1; at most 1 with ``cached``.
  package var written: Decimal
  /// Web searches of one call.
  package var searches: Decimal
  /// When the calls are made, spread evenly.
  package var hours: DayHours
  package var count: Count
  /// The text of the prompt; nil if only its tokens are known.
  ///
  /// ``input`` are its tokens for GPT; those of other tokenizers are estimated from it. It is no part
  /// of the workload's own text.
  package var prompt: TokenEstimate?

  package init(
    input: Int, output: Int, calls: CallRate = CallRate(1, .total), cached: Decimal = 0,
    written: Decimal = 0, searches: Decimal = 0, hours: DayHours = .all, count: Count = .tokens
  ) {
    self.input = input
    self.output = output
    self.calls = calls
    self.cached = cached
    self.written = written
    self.searches = searches
    self.hours = hours
    self.count = count
  }

  /// Tokens of a prompt or an answer beyond which a text is a mistake.
  static let mostTokens = 1_000_000_000
}

/// How many calls are made.
package struct CallRate: Hashable, Sendable {
  package enum Period: String, CaseIterable, Hashable, Sendable {
    case hour, day, month
    /// The calls are all that there are.
    case total
  }

  package var number: Decimal
  package var period: Period

  package init(_ number: Decimal, _ period: Period) {
    self.number = number
    self.period = period
  }

  /// Calls of one month of 30 days.
  package var perMonth: Decimal {
    switch period {
    case .hour: number * 720
    case .day: number * 30
    case .month, .total: number
    }
  }
}

/// A part of the day in whole hours UTC, such as 8 to 18, or 22 to 4 over midnight.
package struct DayHours: Hashable, Sendable {
  /// 0 to 23.
  package let from: Int
  /// 1 to 24, and another hour than ``from``.
  package let until: Int

  package static let all = DayHours(uncheckedFrom: 0, until: 24)

  /// Nil for hours that are none, or where no time is between them.
  package init?(from: Int, until: Int) {
    let until = until == 0 ? 24 : until
    guard (0...23).contains(from), (1...24).contains(until), from != until else { return nil }
    self.init(uncheckedFrom: from, until: until)
  }

  private init(uncheckedFrom from: Int, until: Int) {
    self.from = from
    self.until = until
  }

  /// Minutes after midnight, ascending; two ranges over midnight.
  var minuteRanges: [Range<Int>] {
    from < until
      ? [from * 60..<until * 60] : [0..<until * 60, from * 60..<24 * 60]
  }
}

extension Workload {
  /// The workload with a text as its prompt; without one, a workload of one call with it.
  package static func with(prompt: TokenEstimate, in workload: Workload?) -> Workload {
    var workload = workload ?? Workload(input: 0, output: 0)
    workload.input = prompt.likely(for: .gpt)
    workload.count = .text
    workload.prompt = prompt
    return workload
  }

  /// The tokens that the prompt may have for a model.
  package func promptTokens(for model: Model) -> ClosedRange<Int> {
    let family = TokenizerFamily(of: model)
    if let prompt { return prompt.tokens(for: family) }
    guard count == .text else { return input...input }
    func tokens(_ factor: Decimal) -> Double {
      NSDecimalNumber(decimal: Decimal(input) * factor).doubleValue
    }
    let factor = family.factor
    return Int(
      tokens(factor.lowerBound).rounded(.down))...Int(tokens(factor.upperBound).rounded(.up))
  }
}

// MARK: - The text

extension Workload: CustomStringConvertible {
  /// The canonical text, without what is as usual.
  package var description: String {
    var words: [String] = []
    if input > 0 || output == 0 { words.append("in=\(input)") }
    if output > 0 { words.append("out=\(output)") }
    if calls != CallRate(1, .total) { words.append("calls=\(calls)") }
    if cached > 0 { words.append("cached=\(cached.movingPoint(by: 2))%") }
    if written > 0 { words.append("written=\(written.movingPoint(by: 2))%") }
    if searches > 0 { words.append("searches=\(searches)") }
    if hours != .all { words.append("hours=\(hours)") }
    if count != .tokens { words.append("count=\(count.rawValue)") }
    return words.joined(separator: " ")
  }
}

extension CallRate: CustomStringConvertible {
  /// `50000/day`; without a unit for a total.
  package var description: String {
    period == .total ? "\(number)" : "\(number)/\(period.rawValue)"
  }
}

extension DayHours: CustomStringConvertible {
  /// `8-18`.
  package var description: String { "\(from)-\(until)" }
}
