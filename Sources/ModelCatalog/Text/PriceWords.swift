extension PriceKind {
  /// What is paid for, as people read it.
  package var words: String {
    switch self {
    case .input: "input"
    case .output: "output"
    case .cacheRead: "cache read"
    case .cacheWrite: "cache write"
    case .cacheWrite1h: "cache write 1 h"
    case .reasoning: "reasoning"
    case .image: "image"
    case .imageToken: "image tokens"
    case .imageOutput: "image output"
    case .audio: "audio"
    case .audioOutput: "audio output"
    case .audioCache: "cached audio"
    case .request: "request"
    case .webSearch: "web search"
    }
  }
}

extension PriceOverride.Condition {
  /// When it holds, in few cells: `from 200k`, `16:30-0:30 UTC`.
  package var words: String {
    switch self {
    case .promptTokens(let least): return "from \(CountText.short(least))"
    case .utcMinutes(let from, let until):
      func clock(_ minutes: Int) -> String {
        let (hours, rest) = minutes.quotientAndRemainder(dividingBy: 60)
        return "\(hours):\(rest < 10 ? "0" : "")\(rest)"
      }
      return "\(clock(from))-\(clock(until)) UTC"
    }
  }
}
