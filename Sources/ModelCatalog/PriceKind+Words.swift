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
