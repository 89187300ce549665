import ModelCatalog

extension CoreModels {
  private static let gpt5 = "\(common) \(json) \(efforts) max_completion_tokens seed"
  private static let gpt41 = "\(common) \(json) \(sampling) max_completion_tokens seed"
  private static let gpt4Turbo = "\(common) \(json) \(sampling) \(penalties) \(scores) seed stop"
  private static let gpt4 = "\(gpt4Turbo) max_completion_tokens"
  private static let gpt4o = "\(gpt4) prediction web_search_options"
  private static let oSeries = "\(common) \(json) \(thinking) seed"

  private static let fiveEfforts = Model.Reasoning(
    isMandatory: false, efforts: ["none", "low", "medium", "high", "xhigh"],
    defaultEffort: "medium", isDefault: true)
  private static let fiveEffortsOnRequest = Model.Reasoning(
    isMandatory: false, efforts: fiveEfforts.efforts, defaultEffort: "medium", isDefault: false)
  private static let sixEfforts = Model.Reasoning(
    isMandatory: false, efforts: fiveEfforts.efforts + ["max"],
    defaultEffort: "medium", isDefault: true)

  static let openAI: [Model] = [
    core(
      "gpt-5.6-sol", "GPT-5.6 Sol", on: "openai/gpt-5.6-sol",
      about: "OpenAI's largest GPT-5.6, for hard reasoning, code and agents.",
      listed: "2026-07-09", cutoff: "2026-02-16", context: 1_050_000, output: 128_000,
      takes: [.text, .image, .file],
      prices: [
        .input: "2.5", .output: "15", .cacheRead: "0.25", .cacheWrite: "3.125", .webSearch: "0.01",
      ],
      longPrompts: 272_000,
      longPromptPrices: [.input: "5", .output: "22.5", .cacheRead: "0.5", .cacheWrite: "6.25"],
      parameters: gpt5, reasoning: sixEfforts),
    core(
      "gpt-5.6-terra", "GPT-5.6 Terra", on: "openai/gpt-5.6-terra",
      about: "The middle GPT-5.6: everyday code and agents at a lower price.",
      listed: "2026-07-09", cutoff: "2026-02-16", context: 1_050_000, output: 128_000,
      takes: [.text, .image, .file],
      prices: [
        .input: "2", .output: "12", .cacheRead: "0.2", .cacheWrite: "2.5", .webSearch: "0.01",
      ],
      longPrompts: 272_000,
      longPromptPrices: [.input: "4", .output: "18", .cacheRead: "0.4", .cacheWrite: "5"],
      parameters: gpt5, reasoning: sixEfforts),
    core(
      "gpt-5.6-luna", "GPT-5.6 Luna", on: "openai/gpt-5.6-luna",
      about: "The small GPT-5.6, for many short requests that must be quick.",
      listed: "2026-07-09", cutoff: "2026-02-16", context: 1_050_000, output: 128_000,
      takes: [.text, .image, .file],
      prices: [
        .input: "0.2", .output: "1.2", .cacheRead: "0.02", .cacheWrite: "0.25", .webSearch: "0.01",
      ],
      longPrompts: 272_000,
      longPromptPrices: [.input: "0.4", .output: "1.8", .cacheRead: "0.04", .cacheWrite: "0.5"],
      parameters: gpt5, reasoning: sixEfforts),
    core(
      "gpt-5.5", "GPT-5.5", on: "openai/gpt-5.5",
      about: "OpenAI's general model of spring 2026, for long professional work.",
      listed: "2026-04-24", cutoff: "2025-12-01", context: 1_050_000, output: 128_000,
      takes: [.text, .image, .file],
      prices: [.input: "5", .output: "30", .cacheRead: "0.5", .webSearch: "0.01"],
      longPrompts: 272_000,
      longPromptPrices: [.input: "10", .output: "45", .cacheRead: "1"],
      parameters: gpt5, reasoning: fiveEfforts),
    core(
      "gpt-5.4", "GPT-5.4", on: "openai/gpt-5.4",
      about: "One model for talk and code, with a window of a million tokens.",
      listed: "2026-03-05", context: 1_050_000, output: 128_000,
      takes: [.text, .image, .file],
      prices: [.input: "2.5", .output: "15", .cacheRead: "0.25", .webSearch: "0.01"],
      longPrompts: 272_000,
      longPromptPrices: [.input: "5", .output: "22.5", .cacheRead: "0.5"],
      parameters: gpt5, reasoning: fiveEffortsOnRequest),
    core(
      "gpt-5.4-mini", "GPT-5.4 Mini", on: "openai/gpt-5.4-mini",
      about: "A smaller and quicker GPT-5.4 for busy services.",
      listed: "2026-03-17", cutoff: "2025-08-31", context: 400_000, output: 128_000,
      takes: [.text, .image, .file],
      prices: [.input: "0.75", .output: "4.5", .cacheRead: "0.075", .webSearch: "0.01"],
      parameters: gpt5, reasoning: fiveEffortsOnRequest),
    core(
      "gpt-5.4-nano", "GPT-5.4 Nano", on: "openai/gpt-5.4-nano",
      about: "The smallest GPT-5.4, for sorting and extracting at scale.",
      listed: "2026-03-17", cutoff: "2025-08-31", context: 400_000, output: 128_000,
      takes: [.text, .image, .file],
      prices: [.input: "0.2", .output: "1.25", .cacheRead: "0.02", .webSearch: "0.01"],
      parameters: gpt5, reasoning: fiveEffortsOnRequest),
    core(
      "gpt-4.1", "GPT-4.1", on: "openai/gpt-4.1",
      about: "Answers without reasoning first; reads up to a million tokens.",
      listed: "2025-04-14", cutoff: "2024-06-30", context: 1_047_576, output: 32_768,
      takes: [.text, .image, .file],
      prices: [.input: "2", .output: "8", .cacheRead: "0.5", .webSearch: "0.01"],
      parameters: gpt41),
    core(
      "gpt-4o", "GPT-4o", on: "openai/gpt-4o",
      about: "OpenAI's first model for text and images alike, of May 2024.",
      listed: "2024-05-13", cutoff: "2023-10-31", context: 128_000, output: 16_384,
      takes: [.text, .image, .file],
      prices: [.input: "2.5", .output: "10", .cacheRead: "1.25"],
      parameters: gpt4o),
    core(
      "gpt-4o-mini", "GPT-4o-mini", on: "openai/gpt-4o-mini",
      about: "The small and cheap GPT-4o.",
      listed: "2024-07-18", cutoff: "2023-10-31", context: 128_000, output: 16_384,
      takes: [.text, .image, .file],
      prices: [.input: "0.15", .output: "0.6", .cacheRead: "0.075"],
      parameters: gpt4o),
    core(
      "gpt-4-turbo", "GPT-4 Turbo", on: "openai/gpt-4-turbo",
      about: "GPT-4 with a longer window and image input.",
      listed: "2024-04-09", cutoff: "2023-12-31", context: 128_000, output: 4_096,
      takes: [.text, .image],
      prices: [.input: "10", .output: "30"],
      parameters: gpt4Turbo,
      isRetired: true),
    core(
      "gpt-4", "GPT-4", on: "openai/gpt-4",
      about: "The original GPT-4 with its 8k window.",
      listed: "2023-05-28", cutoff: "2021-09-30", context: 8_191, output: 4_096,
      prices: [.input: "30", .output: "60"],
      parameters: gpt4,
      isRetired: true),
    core(
      "gpt-3.5-turbo-0125", "GPT-3.5 Turbo", on: "openai/gpt-3.5-turbo",
      about: "The last GPT-3.5, of January 2024.",
      listed: "2023-05-28", cutoff: "2021-09-30", context: 16_385, output: 4_096,
      prices: [.input: "0.5", .output: "1.5"],
      parameters: gpt4Turbo,
      isRetired: true),
  ]

  static let openAIReasoning: [Model] = [
    core(
      "o3", "o3", on: "openai/o3",
      about: "OpenAI's large reasoning model of 2025, with tools and images.",
      listed: "2025-04-16", cutoff: "2024-06-30", context: 200_000, output: 100_000,
      takes: [.text, .image, .file],
      prices: [.input: "2", .output: "8", .cacheRead: "0.5", .webSearch: "0.01"],
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
