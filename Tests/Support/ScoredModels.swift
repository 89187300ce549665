package import Foundation
package import ModelCatalog

/// Rows of OpenRouter's list of 2026-08-21 with benchmark scores, for plots and frontiers; the last
/// two have no scores, and no price.
package enum ScoredModels {
  /// Id, name, input and output price in USD per token, context, listing day, and the scores
  /// intelligence, coding and agentic.
  private static let table = """
    google/gemini-3.7-flash | Google: Gemini 3.7 Flash | 0.000000375 | 0.000001875 | 1048576 | 2026-08-13 | 56 | 76.1 | 45.1
    google/gemini-3.7-flash:batch | Google: Gemini 3.7 Flash (batch) | 0.0000001875 | 0.0000009375 | 1048576 | 2026-08-13 | 56 | 76.1 | 45.1
    x-ai/grok-4.6 | SpaceXAI: Grok 4.6 | 0.000002 | 0.000006 | 500000 | 2026-08-12 | 60.9 | 76.8 | 58.7
    deepseek/deepseek-v4-flash-0731 | DeepSeek: DeepSeek V4 Flash 0731 | 0.00000008 | 0.00000018 | 1310720 | 2026-07-31 | 51.8 | 69.1 | 48.4
    anthropic/claude-opus-5 | Claude Opus 5 | 0.000005 | 0.000025 | 1000000 | 2026-07-24 | 63.1 | 78 | 59.2
    anthropic/claude-opus-5:batch | Claude Opus 5 (batch) | 0.0000025 | 0.0000125 | 1000000 | 2026-07-24 | 63.1 | 78 | 59.2
    moonshotai/kimi-k3 | MoonshotAI: Kimi K3 | 0.000003 | 0.000015 | 1048576 | 2026-07-16 | 59.7 | 76.2 | 54.3
    openai/gpt-5.6-luna | OpenAI: GPT-5.6 Luna | 0.0000002 | 0.0000012 | 1050000 | 2026-07-09 | 52.3 | 71.4 | 46.9
    openai/gpt-5.6-luna:batch | OpenAI: GPT-5.6 Luna (batch) | 0.0000001 | 0.0000006 | 1050000 | 2026-07-09 | 52.3 | 71.4 | 46.9
    openai/gpt-5.6-terra | OpenAI: GPT-5.6 Terra | 0.000002 | 0.000012 | 1050000 | 2026-07-09 | 56.6 | 76.7 | 50.2
    openai/gpt-5.6-terra:batch | OpenAI: GPT-5.6 Terra (batch) | 0.000001 | 0.000006 | 1050000 | 2026-07-09 | 56.6 | 76.7 | 50.2
    openai/gpt-5.6-sol | OpenAI: GPT-5.6 Sol | 0.0000025 | 0.000015 | 1050000 | 2026-07-09 | 60.9 | 77.4 | 57.8
    openai/gpt-5.6-sol:batch | OpenAI: GPT-5.6 Sol (batch) | 0.00000125 | 0.0000075 | 1050000 | 2026-07-09 | 60.9 | 77.4 | 57.8
    z-ai/glm-5.2 | Z.ai: GLM 5.2 | 0.000000966 | 0.000003036 | 1048576 | 2026-06-16 | 52.6 | 68.8 | 45.7
    z-ai/glm-5.2:batch | Z.ai: GLM 5.2 (batch) | 0.0000014 | 0.0000044 | 1048575 | 2026-06-16 | 52.6 | 68.8 | 45.7
    z-ai/glm-5.2:free | Z.ai: GLM 5.2 (free) | 0 | 0 | 256000 | 2026-06-16 | 52.6 | 68.8 | 45.7
    deepseek/deepseek-v4-flash | DeepSeek: DeepSeek V4 Flash 0423 | 0.0000000826 | 0.0000001652 | 1048576 | 2026-04-24 | 42.1 | 56.2 | 33.7
    inclusionai/ling-2.6-flash | inclusionAI: Ling-2.6-flash | 0.00000001 | 0.00000003 | 262144 | 2026-04-21 | 14.2 | 25.3 | 2.3
    anthropic/claude-haiku-4.5 | Anthropic: Claude Haiku 4.5 | 0.000001 | 0.000005 | 200000 | 2025-10-15 | 29.9 | 43.9 | 16.5
    anthropic/claude-haiku-4.5:batch | Anthropic: Claude Haiku 4.5 (batch) | 0.0000005 | 0.0000025 | 200000 | 2025-10-15 | 29.9 | 43.9 | 16.5
    openai/gpt-oss-120b | OpenAI: gpt-oss-120b | 0.00000003 | 0.00000017 | 131072 | 2025-08-05 | 24.1 | 30.4 | 13.4
    openai/gpt-oss-20b | OpenAI: gpt-oss-20b | 0.00000003 | 0.00000013 | 131072 | 2025-08-05 | 15.2 | 20.7 | 3.1
    openai/gpt-oss-20b:free | OpenAI: gpt-oss-20b (free) | 0 | 0 | 131072 | 2025-08-05 | 15.2 | 20.7 | 3.1
    cohere/command-a | Cohere: Command A | 0.0000025 | 0.00001 | 256000 | 2025-03-13 | 22.8 | 27.8 | 9.2
    acme/plain | Acme: Plain | 0.000001 | 0.000002 | 128000 | 2026-01-05 | — | — | —
    openrouter/auto | Auto Router | -1 | -1 | 2000000 | 2023-11-08 | 40 | 40 | 40
    """

  private static let rows = table.split(separator: "\n").map { line in
    line.split(separator: "|").map { $0.trimmingCharacters(in: .whitespaces) }
  }

  package static let models: [Model] = rows.map { cells in
    let author = cells[0].split(separator: "/")[0]
    var model = Model(
      id: cells[0], source: .openRouter, name: cells[1], author: String(author))
    let prices = [PriceKind.input: cells[2], .output: cells[3]]
    model.pricing = Pricing(prices.compactMapValues { Price(upstream: $0) })
    model.inputModalities = [.text]
    model.outputModalities = [.text]
    model.contextLength = Int(cells[4])
    model.created = CalendarDay(cells[5])?.start
    model.benchmarks = Model.Benchmarks(
      intelligence: Double(cells[6]), coding: Double(cells[7]), agentic: Double(cells[8]))
    return model
  }

  /// The same rows as upstream sends them.
  package static let body: Data = {
    let listed = rows.map { cells in
      let scores = zip(["intelligence_index", "coding_index", "agentic_index"], cells[6...])
        .map { "\"\($0)\":\(Double($1).map { "\($0)" } ?? "null")" }.joined(separator: ",")
      let created = CalendarDay(cells[5]).map { Int($0.start.timeIntervalSince1970) } ?? 0
      return """
        {"id":"\(cells[0])","name":"\(cells[1])","created":\(created),
        "context_length":\(cells[4]),
        "architecture":{"input_modalities":["text"],"output_modalities":["text"]},
        "pricing":{"prompt":"\(cells[2])","completion":"\(cells[3])"},
        "benchmarks":{"artificial_analysis":{\(scores)}}}
        """
    }
    return Data("{\"data\":[\(listed.joined(separator: ","))]}".utf8)
  }()
}
