extension PriceKind {
  /// What the price is for, in words.
  package var words: String {
    switch self {
    case .input: "input"
    case .output: "output"
    case .cacheRead: "cache read"
    case .cacheWrite: "cache write"
    case .cacheWrite1h: "cache write 1 h"
    case .reasoning: "reasoning"
    case .characters: "characters"
    case .audioDuration: "audio duration"
    case .image: "image"
    case .imageInput: "image input"
    case .imageOutput: "image output"
    case .audio: "audio"
    case .audioOutput: "audio output"
    case .audioCache: "cached audio"
    case .request: "request"
    case .webSearch: "web search"
    }
  }
}

extension PriceKind {
  /// ``words`` for narrow places: `in`, `out`.
  package var shortWords: String {
    switch self {
    case .input: "in"
    case .output: "out"
    case .cacheRead, .cacheWrite, .cacheWrite1h, .reasoning, .characters, .audioDuration, .image,
      .imageInput, .imageOutput, .audio, .audioOutput, .audioCache, .request, .webSearch:
      words
    }
  }
}

extension PriceOverride {
  /// When it applies, in few cells: `above 200k`, `16:30–00:30 UTC`, `above 200k, Sat Sun`.
  package var words: String { conditions.map(\.words).joined(separator: ", ") }
}

extension PriceOverride.Condition {
  fileprivate var words: String {
    switch self {
    case .promptTokens(let limit): "above \(CountText.short(limit))"
    case .utcMinutes(let from, let until): "\(Self.clock(from))–\(Self.clock(until)) UTC"
    case .utcDays(let days): days.map(\.words).joined(separator: " ")
    case .unknown(let key): "\(key) (unknown condition)"
    }
  }

  private static func clock(_ minutes: Int) -> String {
    let (hours, rest) = minutes.quotientAndRemainder(dividingBy: 60)
    return [hours, rest].map { $0 < 10 ? "0\($0)" : "\($0)" }.joined(separator: ":")
  }
}
