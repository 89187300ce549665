import ModelCatalog

extension CoreModels {
  private static let claude3 = "\(common) \(sampling) stop top_k"
  private static let claude4 = "\(common) \(sampling) \(thinking) stop"
  private static let sonnet4 = "\(claude4) top_k"
  private static let sonnet45 = "\(sonnet4) \(json) max_completion_tokens"
  private static let opus45 =
    "\(common) \(json) \(thinking) max_completion_tokens stop temperature top_k verbosity"
  private static let claude5 = "\(common) \(json) \(efforts) max_completion_tokens stop verbosity"
  private static let opus5 = "\(claude5) temperature"
  private static let sonnet46 = "\(opus5) top_k top_p"

  private static let fiveEfforts = ["low", "medium", "high", "xhigh", "max"]
  private static let adaptive = Model.Reasoning(
    isMandatory: false, efforts: fiveEfforts, defaultEffort: "high", isDefault: true)
  private static let adaptiveOnRequest = Model.Reasoning(
    isMandatory: false, efforts: fiveEfforts, defaultEffort: "high", isDefault: false)
  private static let fourEfforts = Model.Reasoning(
    isMandatory: false, efforts: ["low", "medium", "high", "max"], defaultEffort: "medium")
  private static let alwaysReasons = Model.Reasoning(
    isMandatory: true, efforts: fiveEfforts, defaultEffort: "high")

  static let anthropic: [Model] = [
    core(
      "claude-fable-5", "Claude Fable 5", on: "anthropic/claude-fable-5",
      about: "Anthropic's largest model, for long work on its own; always reasons.",
      listed: "2026-06-09", context: 1_000_000, output: 128_000,
      takes: [.text, .image, .file],
      prices: [
        .input: "10", .output: "50", .cacheRead: "1", .cacheWrite: "12.5", .cacheWrite1h: "20",
        .webSearch: "0.01",
      ],
      parameters: claude5, reasoning: alwaysReasons),
    core(
      "claude-opus-5", "Claude Opus 5", on: "anthropic/claude-opus-5",
      about: "For demanding code, reasoning and agents that run for hours.",
      listed: "2026-07-24", context: 1_000_000, output: 128_000,
      takes: [.text, .image, .file],
      prices: [
        .input: "5", .output: "25", .cacheRead: "0.5", .cacheWrite: "6.25", .cacheWrite1h: "10",
        .webSearch: "0.01",
      ],
      parameters: opus5, reasoning: adaptive),
    core(
      "claude-sonnet-5", "Claude Sonnet 5", on: "anthropic/claude-sonnet-5",
      about: "The all-round Claude for code, agents and office work.",
      listed: "2026-06-30", context: 1_000_000, output: 128_000,
      takes: [.text, .image, .file],
      prices: [
        .input: "2", .output: "10", .cacheRead: "0.2", .cacheWrite: "2.5", .cacheWrite1h: "4",
        .webSearch: "0.01",
      ],
      parameters: claude5, reasoning: adaptive),
    core(
      "claude-haiku-4.5", "Claude Haiku 4.5", on: "anthropic/claude-haiku-4.5",
      about: "The small and quick Claude, with reasoning on request.",
      listed: "2025-10-15", context: 200_000, output: 64_000,
      takes: [.text, .image, .file],
      prices: [
        .input: "1", .output: "5", .cacheRead: "0.1", .cacheWrite: "1.25", .cacheWrite1h: "2",
        .webSearch: "0.01",
      ],
      parameters: sonnet45, reasoning: onRequest),
    core(
      "claude-opus-4.8", "Claude Opus 4.8", on: "anthropic/claude-opus-4.8",
      about: "The Opus before Opus 5; reasons on request.",
      listed: "2026-05-27", context: 1_000_000, output: 128_000,
      takes: [.text, .image, .file],
      prices: [
        .input: "5", .output: "25", .cacheRead: "0.5", .cacheWrite: "6.25", .cacheWrite1h: "10",
        .webSearch: "0.01",
      ],
      parameters: opus5, reasoning: adaptiveOnRequest),
    core(
      "claude-opus-4.5", "Claude Opus 4.5", on: "anthropic/claude-opus-4.5",
      about: "The Opus of November 2025, with a window of 200,000 tokens.",
      listed: "2025-11-24", context: 200_000, output: 64_000,
      takes: [.text, .image, .file],
      prices: [
        .input: "5", .output: "25", .cacheRead: "0.5", .cacheWrite: "6.25", .cacheWrite1h: "10",
        .webSearch: "0.01",
      ],
      parameters: opus45, reasoning: onRequest),
    core(
      "claude-sonnet-4.6", "Claude Sonnet 4.6", on: "anthropic/claude-sonnet-4.6",
      about: "The Sonnet before Sonnet 5, for large code bases and documents.",
      listed: "2026-02-17", context: 1_000_000, output: 128_000,
      takes: [.text, .image, .file],
      prices: [
        .input: "3", .output: "15", .cacheRead: "0.3", .cacheWrite: "3.75", .cacheWrite1h: "6",
        .webSearch: "0.01",
      ],
      parameters: sonnet46, reasoning: fourEfforts),
    core(
      "claude-sonnet-4.5", "Claude Sonnet 4.5", on: "anthropic/claude-sonnet-4.5",
      about: "The Sonnet of September 2025, for code and agents.",
      listed: "2025-09-29", cutoff: "2025-01-31", context: 1_000_000, output: 64_000,
      takes: [.text, .image, .file],
      prices: [
        .input: "3", .output: "15", .cacheRead: "0.3", .cacheWrite: "3.75", .cacheWrite1h: "6",
        .webSearch: "0.01",
      ],
      longPrompts: 200_000,
      longPromptPrices: [
        .input: "6", .output: "22.5", .cacheRead: "0.6", .cacheWrite: "7.5", .cacheWrite1h: "12",
      ],
      parameters: sonnet45, reasoning: onRequest),
    core(
      "claude-opus-4-20250514", "Claude Opus 4", on: "anthropic/claude-opus-4",
      about: "The large Claude 4 of May 2025.",
      listed: "2025-05-22", cutoff: "2025-01-31", context: 200_000, output: 32_000,
      takes: [.text, .image, .file],
      prices: [
        .input: "15", .output: "75", .cacheRead: "1.5", .cacheWrite: "18.75", .cacheWrite1h: "30",
        .webSearch: "0.01",
      ],
      parameters: claude4, reasoning: onRequest,
      isRetired: true),
    core(
      "claude-sonnet-4-20250514", "Claude Sonnet 4", on: "anthropic/claude-sonnet-4",
      about: "The middle Claude 4 of May 2025.",
      listed: "2025-05-22", cutoff: "2025-01-31", context: 1_000_000, output: 64_000,
      takes: [.text, .image, .file],
      prices: [
        .input: "3", .output: "15", .cacheRead: "0.3", .cacheWrite: "3.75", .cacheWrite1h: "6",
        .webSearch: "0.01",
      ],
      longPrompts: 200_000,
      longPromptPrices: [
        .input: "6", .output: "22.5", .cacheRead: "0.6", .cacheWrite: "7.5", .cacheWrite1h: "12",
      ],
      parameters: sonnet4, reasoning: onRequest,
      isRetired: true),
    core(
      "claude-3-7-sonnet-latest", "Claude 3.7 Sonnet", by: "anthropic",
      about: "The first Claude that could reason at length before answering.",
      context: 200_000,
      takes: [.text, .image],
      prices: [.input: "3", .output: "15"],
      isRetired: true),
    core(
      "claude-3-5-sonnet-latest", "Claude 3.5 Sonnet", by: "anthropic",
      about: "The middle Claude of 2024.",
      context: 200_000,
      takes: [.text, .image],
      prices: [.input: "3", .output: "15"],
      isRetired: true),
    core(
      "claude-3-5-haiku-latest", "Claude 3.5 Haiku", by: "anthropic",
      about: "The small Claude of 2024.",
      context: 200_000,
      takes: [.text, .image],
      prices: [.input: "0.25", .output: "1.25"],
      isRetired: true),
    core(
      "claude-3-haiku-20240307", "Claude 3 Haiku", on: "anthropic/claude-3-haiku",
      about: "The smallest of the first Claude 3 family.",
      listed: "2024-03-13", cutoff: "2023-08-31", context: 200_000, output: 4_096,
      takes: [.text, .image],
      prices: [
        .input: "0.25", .output: "1.25", .cacheRead: "0.03", .cacheWrite: "0.3",
        .cacheWrite1h: "0.5", .webSearch: "0.01",
      ],
      parameters: claude3,
      isRetired: true),
  ]
}
