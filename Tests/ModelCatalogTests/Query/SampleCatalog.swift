import Foundation
import ModelCatalog

/// A small catalogue written by hand, with an example of everything that a query can select.
enum SampleCatalog {
  static let index = SearchIndex(Catalog(models))

  /// 2026-08-21, with `z-ai/glm-5.2` a favorite, Sonnet changed, and `stealth/removed` removed.
  static let context = QueryContext(
    now: day("2026-08-21"), favorites: ["z-ai/glm-5.2", "not/listed"],
    changed: ["anthropic/claude-sonnet-5"])

  /// The ids that a query finds, in order.
  static func ids(
    _ query: Query, defaultSort: QueryOrder? = nil, hiding: Model.Source? = nil
  ) -> [String] {
    index.search(query, in: context, defaultSort: defaultSort, hiding: hiding).matches
      .map { index.catalog.models[$0.index].id }
  }

  static func day(_ text: String) -> Date { CalendarDay(text)?.start ?? .distantPast }

  private static let models: [Model] = [
    model("gpt-5.6-sol", "GPT-5.6 Sol", "2026-08-15", context: 400_000, "5", "30") {
      $0.author = "openai"
      $0.openRouterID = "openai/gpt-5.6-sol"
    },
    model("claude-opus-5", "Claude Opus 5", "2026-07-24", context: 1_000_000, "5", "25") {
      $0.author = "anthropic"
      $0.openRouterID = "anthropic/claude-opus-5"
    },
    model("gpt-4-32k", "GPT-4 32K", "2023-03-14", context: 32768, "60", "120") {
      $0.author = "openai"
      $0.isRetired = true
    },
    model(
      "openai/gpt-5.6-sol", "OpenAI: GPT-5.6 Sol", "2026-08-15", context: 400_000, "5", "30",
      inputs: [.text, .image], parameters: ["reasoning", "structured_outputs", "tools"],
      "The flagship, for coding and for agents."
    ) {
      $0.pricing.prices[.cacheRead] = Price(upstream: "0.0000005")
      $0.maxOutput = 128_000
    },
    model(
      "openai/gpt-5.6-sol-pro", "OpenAI: GPT-5.6 Sol Pro", "2026-08-15", context: 400_000, "30",
      "180", inputs: [.text, .image], parameters: ["include_reasoning", "tools"],
      "More thinking than GPT-5.6 Sol."),
    model(
      "openai/gpt-5.6-sol:batch", "OpenAI: GPT-5.6 Sol (batch)", "2026-08-15",
      context: 400_000, "2.5", "15", inputs: [.text, .image]),
    model(
      "openai/gpt-audio", "OpenAI: GPT Audio", "2026-01-19", context: 128_000, "2.5", "10",
      inputs: [.text, .audio], outputs: [.text, .audio]
    ) { $0.knowledgeCutoff = CalendarDay("2024-10-01") },
    model(
      "anthropic/claude-opus-5", "Anthropic: Claude Opus 5", "2026-07-24", context: 1_000_000,
      "5", "25", inputs: [.text, .image, .file], parameters: ["reasoning", "tools"],
      "For the hardest coding."
    ) { $0.maxOutput = 128_000 },
    model(
      "anthropic/claude-opus-4.5", "Anthropic: Claude Opus 4.5", "2025-11-24",
      context: 200_000, "5", "25", inputs: [.text, .image], parameters: ["tools"]
    ) {
      $0.maxOutput = 64_000
      $0.knowledgeCutoff = CalendarDay("2025-05-31")
    },
    model(
      "anthropic/claude-sonnet-5", "Anthropic: Claude Sonnet 5", "2026-07-10",
      context: 1_000_000, "2", "10", inputs: [.text, .image], parameters: ["tools"],
      "Quick, for agents."),
    model(
      "~anthropic/claude-opus-latest", "Anthropic: Claude Opus Latest", "2026-07-25",
      context: 1_000_000, "5", "25"
    ) {
      $0.author = "anthropic"
      $0.aliasTarget = "anthropic/claude-opus-5"
    },
    model(
      "z-ai/glm-5.2", "Z.ai: GLM 5.2", "2026-06-01", context: 200_000, "0.6", "2.2",
      parameters: ["tools", "top_k"], "A mixture of experts\nfor agents."
    ) { $0.pricing.prices[.cacheRead] = Price(upstream: "0.00000011") },
    model(
      "google/gemini-3.5-flash", "Google: Gemini 3.5 Flash", "2026-05-20",
      context: 1_048_576, "0.3", "2.5", inputs: [.text, .image, .audio, .video],
      parameters: ["tools"]
    ) {
      $0.maxOutput = 65536
      $0.knowledgeCutoff = CalendarDay("2025-06-15")
      $0.reasoning = Model.Reasoning(isMandatory: false)
    },
    model(
      "google/gemma-4-31b:free", "Google: Gemma 4 31B (free)", "2026-04-02", context: 131_072,
      "0", "0", inputs: [.text, .image]),
    model(
      "deepseek/deepseek-v4", "DeepSeek: DeepSeek V4", "2026-04-24", context: 128_000, "0.25",
      "0.85", parameters: ["tools", "top_k"], "Mixture-of-experts with open weights."),
    model(
      "meta-llama/llama-4-scout", "Meta: Llama 4 Scout", "2025-04-05", context: 10_000_000,
      "0.08", "0.3", inputs: [.text, .image]
    ) { $0.expirationDate = CalendarDay("2026-09-30") },
    model("mistralai/mistral-large", "Mistral Large", "2024-02-26", context: 128_000, "2", "6") {
      $0.expirationDate = CalendarDay("2098-12-31")
    },
    model(
      "mistralai/cafe-preview", "Mistral: Café Préview", "2026-02-10", context: 32768, nil, nil,
      "La préversion."),
    model("openrouter/auto", "Auto Router", "2023-11-08", context: 2_000_000, "-1", "-1"),
    model(
      "black-forest-labs/flux-2", "Black Forest Labs: FLUX.2", "2025-12-01", context: nil, "0",
      "0", inputs: [.text, .image], outputs: [.image]),
    model("stealth/gone", "Stealth: Gone", "2026-03-03", context: 64_000, "0", "0") {
      $0.lastListed = day("2026-07-31")
    },
  ]

  /// Prices are USD per million tokens as text; `-1` is variable, nil is unknown.
  private static func model(
    _ id: String, _ name: String, _ listed: String, context: Int?, _ input: String?,
    _ output: String?, inputs: [Modality] = [.text], outputs: [Modality] = [.text],
    parameters: [String]? = nil, _ description: String? = nil,
    also change: (inout Model) -> Void = { _ in }
  ) -> Model {
    let author = id.split(separator: "/").first.map(String.init) ?? ""
    var model = Model(
      id: id, source: id.contains("/") ? .openRouter : .core, name: name, author: author)
    model.description = description
    model.created = day(listed)
    model.contextLength = context
    for (kind, text) in [(PriceKind.input, input), (.output, output)] {
      model.pricing.prices[kind] = text.flatMap { $0 == "-1" ? .variable : perMillion($0) }
    }
    model.inputModalities = inputs.sorted()
    model.outputModalities = outputs.sorted()
    model.supportedParameters = parameters
    change(&model)
    return model
  }

  private static func perMillion(_ text: String) -> Price? {
    Decimal(exactly: text).map { .fixed($0.movingPoint(by: -6)) }
  }
}
