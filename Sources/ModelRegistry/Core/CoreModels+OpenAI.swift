import ModelCatalog

extension CoreModels {
  private static let gpt5Pro = "\(common) \(json) \(efforts) seed"
  private static let gpt5 = "\(gpt5Pro) max_completion_tokens"
  private static let gpt41 = "\(common) \(json) \(sampling) max_completion_tokens seed"
  private static let gpt4Turbo = "\(common) \(json) \(sampling) \(penalties) \(scores) seed stop"
  private static let gpt4 = "\(gpt4Turbo) max_completion_tokens"
  private static let gpt4o = "\(gpt4) prediction web_search_options"

  private static let fiveEfforts = Model.Reasoning(
    isMandatory: false, efforts: ["none", "low", "medium", "high", "xhigh"],
    defaultEffort: "medium", isDefault: true)
  private static let fiveEffortsAllowed = Model.Reasoning(
    isMandatory: false, efforts: fiveEfforts.efforts, defaultEffort: "medium")
  private static let fiveEffortsOnRequest = Model.Reasoning(
    isMandatory: false, efforts: fiveEfforts.efforts, defaultEffort: "medium", isDefault: false)
  private static let sixEfforts = Model.Reasoning(
    isMandatory: false, efforts: fiveEfforts.efforts + ["max"],
    defaultEffort: "medium", isDefault: true)
  private static let fourEffortsAlways = Model.Reasoning(
    isMandatory: true, efforts: ["minimal", "low", "medium", "high"], defaultEffort: "medium")
  private static let greatEffortsAlways = Model.Reasoning(
    isMandatory: true, efforts: ["medium", "high", "xhigh"], defaultEffort: "medium")

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
      "gpt-5.5-pro", "GPT-5.5 Pro", on: "openai/gpt-5.5-pro",
      about: "GPT-5.5 that thinks for longer, where an error would be costly.",
      listed: "2026-04-24", cutoff: "2025-12-01", context: 1_050_000, output: 128_000,
      takes: [.text, .image, .file],
      prices: [.input: "30", .output: "180", .webSearch: "0.01"],
      longPrompts: 272_000,
      longPromptPrices: [.input: "60", .output: "270"],
      parameters: gpt5Pro, reasoning: greatEffortsAlways),
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
      "gpt-5.3-codex", "GPT-5.3-Codex", on: "openai/gpt-5.3-codex",
      about: "A GPT-5 trained to work on code by itself, with tools.",
      listed: "2026-02-24", context: 400_000, output: 128_000,
      takes: [.text, .image, .file],
      prices: [.input: "1.75", .output: "14", .cacheRead: "0.175", .webSearch: "0.01"],
      parameters: gpt5, reasoning: fiveEffortsAllowed),
    core(
      "gpt-5.2", "GPT-5.2", on: "openai/gpt-5.2",
      about: "OpenAI's general model of December 2025.",
      listed: "2025-12-10", context: 400_000, output: 128_000,
      takes: [.text, .image, .file],
      prices: [.input: "1.75", .output: "14", .cacheRead: "0.175", .webSearch: "0.01"],
      parameters: gpt5, reasoning: fiveEffortsAllowed),
    core(
      "gpt-5", "GPT-5", on: "openai/gpt-5",
      about: "The first GPT-5, of August 2025; always reasons.",
      listed: "2025-08-07", cutoff: "2024-09-30", context: 400_000, output: 128_000,
      takes: [.text, .image, .file],
      prices: [.input: "1.25", .output: "10", .cacheRead: "0.125", .webSearch: "0.01"],
      parameters: gpt5, reasoning: fourEffortsAlways),
    core(
      "gpt-5-mini", "GPT-5 Mini", on: "openai/gpt-5-mini",
      about: "The small GPT-5, for plain tasks at a fifth of the price.",
      listed: "2025-08-07", cutoff: "2024-05-31", context: 400_000, output: 128_000,
      takes: [.text, .image, .file],
      prices: [.input: "0.25", .output: "2", .cacheRead: "0.025", .webSearch: "0.01"],
      parameters: gpt5, reasoning: fourEffortsAlways),
    core(
      "gpt-4.1", "GPT-4.1", on: "openai/gpt-4.1",
      about: "Answers without reasoning first; reads up to a million tokens.",
      listed: "2025-04-14", cutoff: "2024-06-30", context: 1_047_576, output: 32_768,
      takes: [.text, .image, .file],
      prices: [.input: "2", .output: "8", .cacheRead: "0.5", .webSearch: "0.01"],
      parameters: gpt41),
    core(
      "gpt-4.1-mini", "GPT-4.1 Mini", on: "openai/gpt-4.1-mini",
      about: "A cheaper GPT-4.1 with the same long window.",
      listed: "2025-04-14", cutoff: "2024-06-30", context: 1_047_576, output: 32_768,
      takes: [.text, .image, .file],
      prices: [.input: "0.4", .output: "1.6", .cacheRead: "0.1", .webSearch: "0.01"],
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
}
