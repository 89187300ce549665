import ModelCatalog

extension CoreModels {
  private static let gemini25 = "\(common) \(json) \(sampling) \(thinking) seed stop"
  private static let gemini3 = "\(gemini25) reasoning_effort"

  private static let threeEfforts = Model.Reasoning(
    isMandatory: true, efforts: ["low", "medium", "high"], defaultEffort: "medium",
    isDefault: true)
  private static let threeEffortsAlways = Model.Reasoning(
    isMandatory: true, efforts: threeEfforts.efforts, defaultEffort: "medium")
  private static let fromMinimal = Model.Reasoning(
    isMandatory: true, efforts: ["minimal", "low", "medium", "high"], defaultEffort: "minimal",
    isDefault: true)
  private static let fromMinimalOrNone = Model.Reasoning(
    isMandatory: false, efforts: fromMinimal.efforts, defaultEffort: "minimal", isDefault: true)
  private static let fourEfforts = Model.Reasoning(
    isMandatory: true, efforts: fromMinimal.efforts, defaultEffort: "medium", isDefault: true)

  static let google: [Model] = [
    core(
      "gemini-3.7-flash", "Gemini 3.7 Flash", on: "google/gemini-3.7-flash",
      about: "Google's quick model for agents; takes text, images, sound and video.",
      listed: "2026-08-13", context: 1_048_576, output: 65_536,
      takes: [.text, .image, .audio, .file, .video],
      prices: [
        .input: "0.375", .output: "1.875", .cacheRead: "0.0375", .cacheWrite: "0.0208333333333333",
        .reasoning: "1.875", .imageInput: "0.375", .audio: "0.375", .audioCache: "0.0375",
        .webSearch: "0.014",
      ],
      parameters: gemini3, reasoning: threeEfforts),
    core(
      "gemini-3.6-flash", "Gemini 3.6 Flash", on: "google/gemini-3.6-flash",
      about: "The Flash of July 2026, for code and agents.",
      listed: "2026-07-21", context: 1_048_576, output: 65_536,
      takes: [.text, .image, .audio, .file, .video],
      prices: [
        .input: "0.75", .output: "3.75", .cacheRead: "0.075", .cacheWrite: "0.0416666666666667",
        .reasoning: "3.75", .imageInput: "0.75", .audio: "0.75", .audioCache: "0.075",
        .webSearch: "0.014",
      ],
      parameters: gemini3, reasoning: fourEfforts),
    core(
      "gemini-3.1-pro-preview", "Gemini 3.1 Pro Preview", on: "google/gemini-3.1-pro-preview",
      about: "Google's large reasoning model, still a preview.",
      listed: "2026-02-19", context: 1_048_576, output: 65_536,
      takes: [.text, .image, .audio, .file, .video],
      prices: [
        .input: "2", .output: "12", .cacheRead: "0.2", .cacheWrite: "0.375", .reasoning: "12",
        .imageInput: "2", .audio: "2", .audioCache: "0.2", .webSearch: "0.014",
      ],
      longPrompts: 200_000,
      longPromptPrices: [
        .input: "4", .output: "18", .cacheRead: "0.4", .audio: "4", .audioCache: "0.4",
      ],
      parameters: gemini3, reasoning: threeEffortsAlways),
    core(
      "gemini-3.5-flash-lite", "Gemini 3.5 Flash Lite", on: "google/gemini-3.5-flash-lite",
      about: "A light Gemini for many cheap requests.",
      listed: "2026-07-21", context: 1_048_576, output: 65_536,
      takes: [.text, .image, .audio, .file, .video],
      prices: [
        .input: "0.3", .output: "2.5", .cacheRead: "0.03", .cacheWrite: "0.0833333333333333",
        .reasoning: "2.5", .imageInput: "0.3", .audio: "0.3", .audioCache: "0.03",
        .webSearch: "0.014",
      ],
      parameters: gemini3, reasoning: fromMinimal),
    core(
      "gemini-3.1-flash-lite", "Gemini 3.1 Flash Lite", on: "google/gemini-3.1-flash-lite",
      about: "The light Gemini of spring 2026; can answer without reasoning.",
      listed: "2026-05-07", context: 1_048_576, output: 65_536,
      takes: [.text, .image, .audio, .file, .video],
      prices: [
        .input: "0.25", .output: "1.5", .cacheRead: "0.025", .cacheWrite: "0.0833333333333333",
        .reasoning: "1.5", .imageInput: "0.25", .audio: "0.5", .audioCache: "0.05",
        .webSearch: "0.014",
      ],
      parameters: gemini3, reasoning: fromMinimalOrNone),
    core(
      "gemini-2.5-pro", "Gemini 2.5 Pro", on: "google/gemini-2.5-pro",
      about: "The large Gemini of 2025; always reasons.",
      listed: "2025-06-17", cutoff: "2025-01-31", context: 1_048_576, output: 65_536,
      takes: [.text, .image, .audio, .file, .video],
      prices: [
        .input: "1.25", .output: "10", .cacheRead: "0.125", .cacheWrite: "0.375", .reasoning: "10",
        .imageInput: "1.25", .audio: "1.25", .audioCache: "0.125", .webSearch: "0.014",
      ],
      longPrompts: 200_000,
      longPromptPrices: [
        .input: "2.5", .output: "15", .cacheRead: "0.25", .audio: "2.5", .audioCache: "0.25",
      ],
      parameters: gemini25, reasoning: always),
    core(
      "gemini-2.5-flash", "Gemini 2.5 Flash", on: "google/gemini-2.5-flash",
      about: "The quick Gemini of 2025, with reasoning on request.",
      listed: "2025-06-17", cutoff: "2025-01-31", context: 1_048_576, output: 65_535,
      takes: [.text, .image, .audio, .file, .video],
      prices: [
        .input: "0.3", .output: "2.5", .cacheRead: "0.03", .cacheWrite: "0.0833333333333333",
        .reasoning: "2.5", .imageInput: "0.3", .audio: "1", .audioCache: "0.1",
        .webSearch: "0.014",
      ],
      parameters: gemini25, reasoning: onRequest),
    core(
      "gemini-2.0-flash-exp", "Gemini 2.0 Flash Experimental", by: "google",
      about: "The trial release of Gemini 2.0 Flash.",
      context: 1_000_000,
      takes: [.text, .image],
      isRetired: true),
    core(
      "gemini-1.5-pro", "Gemini 1.5 Pro", by: "google",
      about: "The first Gemini with a window of two million tokens.",
      context: 2_000_000,
      takes: [.text, .image],
      isRetired: true),
    core(
      "gemini-1.5-flash", "Gemini 1.5 Flash", by: "google",
      about: "The quick Gemini 1.5.",
      context: 1_000_000,
      takes: [.text, .image],
      isRetired: true),
    core(
      "gemini-pro", "Gemini Pro", by: "google",
      about: "The first Gemini, for text alone.",
      context: 30_720,
      isRetired: true),
  ]
}
