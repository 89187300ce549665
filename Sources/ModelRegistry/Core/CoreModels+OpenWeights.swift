import ModelCatalog

extension CoreModels {
  private static let openWeights =
    "\(common) \(json) \(sampling) \(penalties) repetition_penalty seed stop top_k"
  private static let llama = "\(openWeights) \(scores) min_p"
  private static let deepSeekV3 = "\(openWeights) logit_bias min_p"
  private static let deepSeekR1 = "\(openWeights) \(thinking)"
  private static let deepSeekV4 = "\(llama) \(efforts)"
  private static let deepSeekV4Flash = "\(deepSeekV4) parallel_tool_calls top_a"
  private static let mistral = "\(common) \(json) \(sampling) \(penalties) seed stop"
  private static let mistralMedium = "\(mistral) \(efforts)"
  private static let mistralSmall = "\(mistralMedium) top_k"
  private static let codestral = "\(mistral) prediction"

  private static let threeLevels = Model.Reasoning(
    isMandatory: false, efforts: ["low", "high", "max"], defaultEffort: "high")
  private static let threeLevelsByDefault = Model.Reasoning(
    isMandatory: false, efforts: threeLevels.efforts, defaultEffort: "high", isDefault: true)
  private static let highOrNone = Model.Reasoning(
    isMandatory: false, efforts: ["none", "high"], defaultEffort: "high")
  private static let highOnRequest = Model.Reasoning(
    isMandatory: false, efforts: highOrNone.efforts, defaultEffort: "high", isDefault: false)

  static let deepSeek: [Model] = [
    core(
      "deepseek-v4-pro-0813", "DeepSeek V4 Pro 0813", on: "deepseek/deepseek-v4-pro-0813",
      about: "DeepSeek's large mixture of experts with open weights.",
      listed: "2026-08-12", context: 1_048_576,
      prices: [.input: "1.188", .output: "3.564", .cacheRead: "0.0396"],
      parameters: deepSeekV4, reasoning: threeLevels),
    core(
      "deepseek-v4-flash-0731", "DeepSeek V4 Flash 0731", on: "deepseek/deepseek-v4-flash-0731",
      about: "The small DeepSeek V4 with open weights, retrained in July 2026.",
      listed: "2026-07-31", context: 1_310_720, output: 384_000,
      prices: [.input: "0.08", .output: "0.18", .cacheRead: "0.016"],
      parameters: deepSeekV4Flash, reasoning: threeLevelsByDefault),
    core(
      "deepseek-reasoner", "DeepSeek R1", on: "deepseek/deepseek-r1",
      about: "DeepSeek's first reasoning model, with open weights.",
      listed: "2025-01-20", cutoff: "2024-07-31", context: 64_000, output: 16_000,
      prices: [.input: "0.7", .output: "2.5"],
      parameters: deepSeekR1, reasoning: always,
      isRetired: true),
    core(
      "deepseek-chat", "DeepSeek V3", on: "deepseek/deepseek-chat",
      about: "DeepSeek's general model of December 2024, with open weights.",
      listed: "2024-12-26", cutoff: "2024-07-31", context: 163_840, output: 16_000,
      prices: [.input: "0.2574", .output: "1.0287"],
      parameters: deepSeekV3,
      isRetired: true),
  ]

  static let meta: [Model] = [
    core(
      "llama-4-maverick", "Llama 4 Maverick", on: "meta-llama/llama-4-maverick",
      about: "Meta's mixture of 128 experts for text and images.",
      listed: "2025-04-05", cutoff: "2024-08-31", context: 1_048_576, output: 16_384,
      takes: [.text, .image],
      prices: [.input: "0.2", .output: "0.8"],
      parameters: llama),
    core(
      "llama-3.1-405b-reasoning", "Llama 3.1 405B Reasoning", by: "meta-llama",
      about: "The largest Llama 3.1, as Groq served it.",
      context: 131_072,
      isRetired: true),
    core(
      "llama-3.1-70b-versatile", "Llama 3.1 70B Instruct", on: "meta-llama/llama-3.1-70b-instruct",
      about: "The middle Llama 3.1, under Groq's name.",
      listed: "2024-07-23", cutoff: "2023-12-31", context: 131_072, output: 16_384,
      prices: [.input: "0.4", .output: "0.4"],
      parameters: llama,
      isRetired: true),
    core(
      "llama-3.1-8b-instant", "Llama 3.1 8B Instruct", on: "meta-llama/llama-3.1-8b-instruct",
      about: "The small Llama 3.1, under Groq's name.",
      listed: "2024-07-23", cutoff: "2023-12-31", context: 131_072, output: 131_072,
      prices: [.input: "0.05", .output: "0.08", .cacheRead: "0.025"],
      parameters: llama,
      isRetired: true),
  ]

  static let mistralAI: [Model] = [
    core(
      "mistral-large-latest", "Mistral Large 3 2512", on: "mistralai/mistral-large-2512",
      about: "Mistral's largest mixture of experts with open weights.",
      listed: "2025-12-01", context: 262_144,
      takes: [.text, .image, .file],
      prices: [.input: "0.5", .output: "1.5", .cacheRead: "0.05"],
      parameters: mistral),
    core(
      "mistral-medium-3-5", "Mistral Medium 3.5", on: "mistralai/mistral-medium-3-5",
      about: "A dense model of 128 billion weights that reasons when asked.",
      listed: "2026-04-30", context: 262_144,
      takes: [.text, .image, .file],
      prices: [.input: "1.5", .output: "7.5"],
      parameters: mistralMedium, reasoning: highOrNone),
    core(
      "mistral-small-2603", "Mistral Small 4", on: "mistralai/mistral-small-2603",
      about: "The small Mistral for text and images, which reasons when asked.",
      listed: "2026-03-16", context: 262_144,
      takes: [.text, .image],
      prices: [.input: "0.15", .output: "0.6", .cacheRead: "0.015"],
      parameters: mistralSmall, reasoning: highOnRequest),
    core(
      "codestral-latest", "Codestral 2508", on: "mistralai/codestral-2508",
      about: "Completes and fills in code with little delay.",
      listed: "2025-08-01", cutoff: "2025-03-31", context: 256_000,
      takes: [.text, .file],
      prices: [.input: "0.3", .output: "0.9", .cacheRead: "0.03"],
      parameters: codestral),
  ]
}
