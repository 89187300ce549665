/// Decides how long to wait before the next refresh.
///
/// Pure.
package struct RefreshSchedule: Hashable, Sendable {
  /// The time between two refreshes without failures, and the age at which models are stale.
  package let interval: Duration
  /// Failures in a row.
  package private(set) var failures = 0

  /// The first wait after a failure is up to this long, the second up to twice as long, ….
  static let firstBackoff = Duration.seconds(2)
  static let longestBackoff = Duration.seconds(15 * 60)
  /// A longer `Retry-After` is shortened to this.
  static let longestRetryAfter = Duration.seconds(3600)

  package init(interval: Duration = .seconds(3600)) { self.interval = interval }

  /// Continues the count of another process.
  mutating func resume(failures: Int) { self.failures = failures }

  /// How long to wait after a success.
  package mutating func succeeded() -> Duration {
    failures = 0
    return interval
  }

  /// How long to wait after a failure.
  ///
  /// `random` picks a number of seconds from a range: with full jitter, programs that failed at the
  /// same time do not all retry at the same time.
  package mutating func failed(
    with error: ProviderError, random: (ClosedRange<Double>) -> Double
  ) -> Duration {
    failures += 1
    let wait = isWorthHurrying(error) ? backoff(random: random) : interval
    return max(wait, error.retryAfter ?? .zero)
  }

  private func backoff(random: (ClosedRange<Double>) -> Double) -> Duration {
    // Two seconds doubled nine times exceed the longest backoff.
    let doubled = Self.firstBackoff * (1 << min(failures - 1, 9))
    let ceiling = min(doubled, Self.longestBackoff, interval)
    return .seconds(random(0...ceiling.timeInterval))
  }

  /// Whether the same request may succeed soon.
  private func isWorthHurrying(_ error: ProviderError) -> Bool {
    switch error {
    case .unreachable, .malformed, .refused(.empty), .refused(.incomplete), .elsewhere: true
    case .rejected(let status, _, _):
      status >= 500 || status == 408 || status == 429 || status == 200
    case .tooLarge, .refused(.shrunken), .refused(.offline), .refused(.waiting): false
    case .inFile(_, let error): isWorthHurrying(error)
    }
  }
}

extension ProviderError {
  /// For how long upstream is not to be asked, by its own word, at most
  /// ``RefreshSchedule/longestRetryAfter``.
  var retryAfter: Duration? {
    switch self {
    case .rejected(_, _, let retryAfter):
      retryAfter.map { min($0, RefreshSchedule.longestRetryAfter) }
    case .unreachable, .malformed, .tooLarge, .refused, .inFile, .elsewhere: nil
    }
  }
}
