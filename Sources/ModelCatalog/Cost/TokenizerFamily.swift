package import Foundation

/// Tokenizers that need about the same number of tokens for the same text.
///
/// The factors are measured for whole texts of 1 to 60 KB (English prose, chat, code, JSON): how
/// many tokens a family needs for one of GPT's. Those of Gemini and of unknown tokenizers are not
/// measured, so their interval is wide.
package enum TokenizerFamily: String, Hashable, Sendable, CaseIterable {
  /// o200k, the measure of all others.
  case gpt
  /// Claude up to 4.6.
  case claude
  /// Claude from 4.7 on, with a new tokenizer.
  case claude47
  case qwen, llama, deepSeek, mistral, gemini, other

  /// Tokens for each token of o200k, from the text for which they are fewest to that for which they
  /// are most.
  package var factor: ClosedRange<Decimal> {
    switch self {
    case .gpt: 1...1
    case .claude: Self.hundredths(109, 135)
    case .claude47: Self.hundredths(140, 170)
    case .qwen, .deepSeek: Self.hundredths(100, 109)
    case .llama: Self.hundredths(100, 106)
    case .mistral: Self.hundredths(102, 117)
    case .gemini, .other: Self.hundredths(65, 135)
    }
  }

  /// The middle of ``factor``.
  package var meanFactor: Decimal { (factor.lowerBound + factor.upperBound) / 2 }

  /// For people: `Claude 4.7+`.
  package var words: String {
    switch self {
    case .gpt: "GPT"
    case .claude: "Claude to 4.6"
    case .claude47: "Claude 4.7+"
    case .qwen: "Qwen"
    case .llama: "Llama"
    case .deepSeek: "DeepSeek"
    case .mistral: "Mistral"
    case .gemini: "Gemini"
    case .other: "unknown tokenizer"
    }
  }

  /// Upstream names the tokenizer, but not that of an alias; aliases and core models have that of
  /// their maker, and Claude's generation is in the id.
  package init(of model: Model) {
    let stated = model.tokenizer.flatMap { $0 == "Router" ? nil : $0 }
    switch (stated ?? Self.names[model.author] ?? "").lowercased() {
    case "gpt": self = .gpt
    case "claude": self = Self.isFrom47(model.aliasTarget ?? model.id) ? .claude47 : .claude
    case "qwen", "qwen3": self = .qwen
    case "llama3", "llama4": self = .llama
    case "deepseek": self = .deepSeek
    case "mistral": self = .mistral
    case "gemini", "gemma": self = .gemini
    default: self = .other
    }
  }

  private static let names = [
    "openai": "GPT", "anthropic": "Claude", "google": "Gemini", "qwen": "Qwen",
    "deepseek": "DeepSeek", "mistralai": "Mistral", "meta-llama": "Llama3",
  ]

  /// The first number of the id with the one after it: `claude-opus-4.7`, `claude-3-5-sonnet`; an
  /// id without one is that of the newest.
  private static func isFrom47(_ id: String) -> Bool {
    let slug = id.split(separator: "/").last ?? id[...]
    let parts = slug.split { $0 == "-" || $0 == "." || $0 == ":" }
    guard let first = parts.firstIndex(where: { $0.count < 3 && Int($0) != nil }),
      let major = Int(parts[first])
    else { return true }
    let next = parts.dropFirst(first + 1).first
    let minor = next.flatMap { $0.count < 3 ? Int($0) : nil } ?? 0
    return (major, minor) >= (4, 7)
  }

  private static func hundredths(_ low: Int, _ high: Int) -> ClosedRange<Decimal> {
    Decimal(low).movingPoint(by: -2)...Decimal(high).movingPoint(by: -2)
  }
}
