import NIOCore

/// Limits how long an operation takes.
enum Deadline {
  /// The outcome of `work`, or nil if it took longer than `limit`; then it is cancelled.
  static func race<Outcome: Sendable>(
    against limit: Duration, _ work: @escaping @Sendable () async -> Outcome
  ) async -> Outcome? {
    await withTaskGroup(of: Runner<Outcome>.self) { group in
      group.addTask { .finished(await work()) }
      group.addTask { (try? await Task.sleep(for: limit)) == nil ? .cancelled : .late }
      defer { group.cancelAll() }
      while let runner = await group.next() {
        switch runner {
        case .finished(let outcome): return outcome
        case .late: return nil
        // The caller was cancelled, and with it the work, which returns its own error.
        case .cancelled: continue
        }
      }
      return nil
    }
  }

  private enum Runner<Outcome: Sendable>: Sendable {
    case finished(Outcome)
    case late, cancelled
  }
}

extension TimeAmount {
  init(_ duration: Duration) {
    let (seconds, attoseconds) = duration.components
    self = .seconds(seconds) + .nanoseconds(attoseconds / 1_000_000_000)
  }
}

extension Duration {
  /// `30 s`, `0.2 s`.
  var inSeconds: String {
    let (seconds, attoseconds) = components
    let tenths = attoseconds / 100_000_000_000_000_000
    return tenths == 0 ? "\(seconds) s" : "\(seconds).\(tenths) s"
  }

  /// `40 s`, `59 min`: rounded up, so that nobody comes too early.
  var inWords: String {
    let seconds = max(1, Int(timeInterval.rounded(.up)))
    return seconds < 120 ? "\(seconds) s" : "\((seconds + 59) / 60) min"
  }

  /// In seconds, for arithmetic with dates.
  var timeInterval: Double {
    let (seconds, attoseconds) = components
    return Double(seconds) + Double(attoseconds) / 1e18
  }
}
