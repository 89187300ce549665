import ModelCatalog

extension CoreModels {
  private static let oSeries = "\(common) \(json) \(thinking) seed"

  static let openAIReasoning: [Model] = [
    core(
      "o3", "o3", on: "openai/o3",
      about: "OpenAI's large reasoning model of 2025, with tools and images.",
      listed: "2025-04-16", cutoff: "2024-06-30", context: 200_000, output: 100_000,
      takes: [.text, .image, .file],
      prices: [.input: "2", .output: "8", .cacheRead: "0.5", .webSearch: "0.01"],
      parameters: oSeries, reasoning: onRequest),
    core(
      "o3-pro", "o3 Pro", on: "openai/o3-pro",
      about: "o3 with more time to think, for answers that must be right.",
      listed: "2025-06-10", cutoff: "2024-06-30", context: 200_000, output: 100_000,
      takes: [.text, .image, .file],
      prices: [.input: "20", .output: "80", .webSearch: "0.01"],
      parameters: oSeries, reasoning: onRequest),
    core(
      "o4-mini", "o4 Mini", on: "openai/o4-mini",
      about: "A small reasoning model with tools and images.",
      listed: "2025-04-16", cutoff: "2024-06-30", context: 200_000, output: 100_000,
      takes: [.text, .image, .file],
      prices: [.input: "1.1", .output: "4.4", .cacheRead: "0.275", .webSearch: "0.01"],
      parameters: oSeries, reasoning: onRequest,
      isRetired: true),
    core(
      "o3-mini", "o3 Mini", on: "openai/o3-mini",
      about: "A small reasoning model for mathematics and code.",
      listed: "2025-01-31", cutoff: "2023-10-31", context: 200_000, output: 100_000,
      takes: [.text, .file],
      prices: [.input: "1.1", .output: "4.4", .cacheRead: "0.55", .webSearch: "0.01"],
      parameters: oSeries, reasoning: onRequest,
      isRetired: true),
    core(
      "o1-preview", "o1-preview", by: "openai",
      about: "The first look at OpenAI's reasoning models, of September 2024.",
      context: 128_000,
      prices: [.input: "15", .output: "60"],
      isRetired: true),
    core(
      "o1-mini", "o1-mini", by: "openai",
      about: "The small companion of o1-preview.",
      context: 128_000,
      prices: [.input: "3", .output: "12"],
      isRetired: true),
  ]
}
