import Foundation
import ModelCatalog
import ModelRegistry

@testable import ModelBrowser

/// A small catalogue with every kind of row, and states to begin with.
enum Fixture {
  /// 2026-08-22 12:00 UTC.
  static let now = Date(timeIntervalSince1970: 1_787_400_000)

  static func model(
    _ id: String, _ name: String, context: Int? = 200_000, output: Int? = nil,
    prices: [PriceKind: String] = [:], inputs: [Modality] = [.text],
    parameters: [String] = [], listed: String = "2026-01-15",
    change: (inout Model) -> Void = { _ in }
  ) -> Model {
    let isCore = !id.contains("/")
    let author = id.split(separator: "/").first.map { $0.drop { $0 == "~" } } ?? ""
    var model = Model(
      id: id, source: isCore ? .core : .openRouter, name: name,
      author: isCore ? "openai" : String(author))
    model.contextLength = context
    model.maxOutput = output
    model.pricing = Pricing(prices.compactMapValues { Price(upstream: $0) })
    model.inputModalities = inputs
    model.outputModalities = [.text]
    model.supportedParameters = parameters
    model.created = CalendarDay(listed)?.start
    change(&model)
    return model
  }

  static let models: [Model] = [
    model(
      "gpt-5.6-sol", "GPT-5.6 Sol", context: 1_050_000, output: 128_000,
      prices: [.input: "0.0000025", .output: "0.000015"], inputs: [.text, .image],
      parameters: ["reasoning", "tools"], listed: "2026-07-09"
    ) {
      $0.openRouterID = "openai/gpt-5.6-sol"
      $0.description = "OpenAI's flagship, straight from its maker."
    },
    model("gpt-4", "GPT-4", context: 8192, prices: [.input: "0.00003", .output: "0.00006"]) {
      $0.isRetired = true
    },
    model(
      "openai/gpt-5.6-sol", "OpenAI: GPT-5.6 Sol", context: 1_050_000, output: 128_000,
      prices: [
        .input: "0.0000025", .output: "0.000015", .cacheRead: "0.00000025", .webSearch: "0.01",
      ],
      inputs: [.text, .image], parameters: ["reasoning", "structured_outputs", "tools"],
      listed: "2026-07-09"
    ) {
      $0.description = "A large model for long and difficult work with tools and images."
      $0.canonicalSlug = "openai/gpt-5.6-sol-20260709"
      $0.knowledgeCutoff = CalendarDay("2026-02-28")
      $0.reasoning = Model.Reasoning(isMandatory: false, efforts: ["low", "medium", "high"])
      $0.pricing.overrides = [
        PriceOverride(
          conditions: [.promptTokens(above: 272_000)],
          prices: [
            .input: .fixed(Decimal(5) / 1_000_000), .output: .fixed(Decimal(22) / 1_000_000),
          ])
      ]
    },
    model(
      "openai/gpt-5.6-sol:batch", "OpenAI: GPT-5.6 Sol (batch)", context: 1_050_000,
      prices: [.input: "0.00000125", .output: "0.0000075"], listed: "2026-07-29"),
    model(
      "openai/gpt-oss-20b:free", "OpenAI: gpt-oss-20b (free)", context: 131_072,
      prices: [.input: "0", .output: "0"], parameters: ["tools"], listed: "2025-08-05"),
    model(
      "anthropic/claude-opus-5", "Anthropic: Claude Opus 5", context: 1_000_000, output: 128_000,
      prices: [.input: "0.000005", .output: "0.000025", .cacheRead: "0.0000005"],
      inputs: [.text, .file, .image], parameters: ["reasoning", "tools"], listed: "2026-07-24"),
    model(
      "anthropic/claude-haiku-4.5", "Anthropic: Claude Haiku 4.5",
      prices: [.input: "0.000001", .output: "0.000005"], parameters: ["tools"],
      listed: "2025-10-15"),
    model(
      "~anthropic/claude-opus-latest", "Anthropic: Claude Opus Latest", context: 1_000_000,
      prices: [.input: "0.000005", .output: "0.000025"], listed: "2026-08-01"
    ) { $0.aliasTarget = "anthropic/claude-opus-5" },
    model(
      "google/gemini-3.7-flash", "Google: Gemini 3.7 Flash", context: 1_048_576, output: 65_536,
      prices: [.input: "0.000000375", .output: "0.000001875"],
      inputs: [.text, .audio, .image], parameters: ["tools"], listed: "2026-08-13"),
    model(
      "qwen/qwen3.8-27b", "Qwen: Qwen3.8 27B 通义千问", context: 262_144,
      prices: [.input: "0.0000000739", .output: "0.00000032"], listed: "2026-08-14"),
    model(
      "openrouter/auto", "Auto Router", context: 2_000_000,
      prices: [.input: "-1", .output: "-1"], listed: "2023-11-08"),
    model(
      "mistralai/mistral-saba", "Mistral: Saba", context: 32_768, listed: "2025-02-17"
    ) { $0.expirationDate = CalendarDay("2026-09-01") },
  ]

  static var snapshot: Snapshot {
    var snapshot = Snapshot(catalog: Catalog(models), published: now)
    snapshot.freshness = .live(now.addingTimeInterval(-185))
    snapshot.nextRefresh = now.addingTimeInterval(3415)
    return snapshot
  }

  /// Of a person who knows the first steps and has unfolded the list.
  static let everyRow: PersonalState = {
    var personal = PersonalState()
    personal.isFolded = false
    personal.firstSteps = []
    return personal
  }()

  static func state(
    columns: Int = 120, rows: Int = 36, query: String = "", snapshot: Snapshot? = nil,
    personal: PersonalState = everyRow, isGNUScreen: Bool = false
  ) -> State {
    var state = State(
      snapshot: snapshot ?? self.snapshot, personal: personal,
      size: Size(columns: columns, rows: rows), now: now, query: query, isGNUScreen: isGNUScreen)
    state.world.isLoaded = true
    return state
  }
}

extension State {
  /// Types keys: letters as they are; names in `<>`: `<enter>`, `<esc>`, `<tab>`, `<c-p>`.
  @discardableResult
  mutating func type(_ keys: String) -> [Effect] {
    var effects: [Effect] = []
    for key in Self.keys(keys) { effects += update(.input(.key(key))) }
    return effects
  }

  private static func keys(_ text: String) -> [Key] {
    var keys: [Key] = []
    var rest = text[...]
    while let first = rest.first {
      if first == "<", let end = rest.firstIndex(of: ">"), let key = named(rest[..<end].dropFirst())
      {
        keys.append(key)
        rest = rest[rest.index(after: end)...]
      } else {
        keys.append(.character(first))
        rest = rest.dropFirst()
      }
    }
    return keys
  }

  private static func named(_ name: Substring) -> Key? {
    if name.hasPrefix("c-"), let letter = name.last { return .control(letter) }
    return [
      "enter": .enter, "esc": .escape, "tab": .tab, "s-tab": .backTab, "up": .up, "down": .down,
      "left": .left, "right": .right, "home": .home, "end": .end, "pgup": .pageUp,
      "pgdn": .pageDown, "bs": .backspace, "del": .delete,
    ][String(name)]
  }
}
