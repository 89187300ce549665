package import Foundation
package import ModelCatalog

extension OpenRouterPayload {
  /// A body in upstream's own shape that ``listing(from:)`` reads back as equal models.
  ///
  /// `fetched` is when the models were fetched from OpenRouter.
  package static func body(of models: some Sequence<Model>, fetched: Date? = nil) -> Data {
    let rows = models.map(\.openRouterRow)
    var members: [JSONValue.Member] = [
      .init("data", .list(rows)), .init("total_count", .integer(rows.count)),
      .init("links", ["next": .null]),
    ]
    if let fetched { members.append(.init(fetchedMember, .text(text(fetched)))) }
    return JSONValue.object(members).encoded()
  }
}

extension Model {
  /// One element of upstream's `data`; equal models have equal rows.
  package var openRouterRow: JSONValue { row(withText: true) }

  /// The row without what changes all the time: the description and the benchmarks.
  var factsRow: JSONValue { row(withText: false) }

  private func row(withText isWhole: Bool) -> JSONValue {
    var members: [JSONValue.Member] = []
    func add(_ name: String, _ value: JSONValue) { members.append(.init(name, value)) }
    add("id", .text(id))
    add("canonical_slug", JSONValue(canonicalSlug))
    add("hugging_face_id", JSONValue(huggingFaceID))
    add("name", .text(name))
    add("created", JSONValue(created.flatMap { Int(exactly: $0.timeIntervalSince1970.rounded()) }))
    if isWhole { add("description", .text(description ?? "")) }
    // Upstream writes an unknown length as 0.
    add("context_length", .integer(contextLength ?? 0))
    add("architecture", architectureRow)
    add("pricing", pricing.openRouterRow(isUnknownAsZero: hasUnknownZeros))
    add("top_provider", topProviderRow)
    add("per_request_limits", .null)
    add("supported_parameters", JSONValue(supportedParameters))
    add("default_parameters", defaultsRow)
    add("supported_voices", supportedVoices.isEmpty ? .null : JSONValue(supportedVoices))
    add("knowledge_cutoff", JSONValue(knowledgeCutoff?.description))
    add("expiration_date", JSONValue(expirationDate?.description))
    if let aliasTarget { add("alias_target", ["slug": .text(aliasTarget)]) }
    if let reasoning { add("reasoning", reasoning.openRouterRow) }
    if isWhole, let benchmarks { add("benchmarks", benchmarks.openRouterRow) }
    return .object(members)
  }

  var architectureRow: JSONValue {
    let inputs = inputModalities.map(\.name)
    let outputs = outputModalities.map(\.name)
    return [
      "modality": .text(inputs.joined(separator: "+") + "->" + outputs.joined(separator: "+")),
      "input_modalities": JSONValue(inputs),
      "output_modalities": JSONValue(outputs),
      "tokenizer": JSONValue(tokenizer),
      "instruct_type": JSONValue(instructType),
    ]
  }

  /// Whether zeros in the row would be read as unknown.
  private var hasUnknownZeros: Bool { outputModalities != [.text] && variant != "free" }

  private var topProviderRow: JSONValue {
    [
      "context_length": JSONValue(providerContextLength ?? contextLength),
      "max_completion_tokens": JSONValue(maxOutput),
      "is_moderated": JSONValue(isModerated),
    ]
  }

  private var defaultsRow: JSONValue {
    guard !defaultParameters.isEmpty else { return .null }
    return .object(
      defaultParameters.sorted { $0.key < $1.key }.map { .init($0.key, .double($0.value + 0)) })
  }
}

extension Pricing {
  /// The prices as upstream's texts: USD per unit, `-1` for one that varies.
  func openRouterRow(isUnknownAsZero: Bool) -> JSONValue {
    var members = Self.members(of: prices, other)
    if members.isEmpty, isUnknownAsZero {
      // Upstream writes zeros for what it does not price, and they are read as unknown.
      members = [.init("prompt", "0"), .init("completion", "0")]
    }
    if !overrides.isEmpty {
      let rows = overrides.map { override in
        JSONValue.object(
          override.conditions.flatMap(\.members) + Self.members(of: override.prices, override.other)
        )
      }
      members.append(.init("overrides", .list(rows)))
    }
    return .object(members)
  }

  private static func members(
    of prices: [PriceKind: Price], _ other: [String: Price]
  ) -> [JSONValue.Member] {
    prices.sorted { $0.key < $1.key }
      .map { .init($0.key.upstreamKey, .text($0.value.upstreamText)) }
      + other.sorted { $0.key < $1.key }.map { .init($0.key, .text($0.value.upstreamText)) }
  }
}

extension Price {
  /// Equal prices have one text, however many zeros their amounts were written with.
  fileprivate var upstreamText: String {
    switch self {
    case .variable: "-1"
    case .fixed(let amount): amount.isZero ? "0" : Self.withoutZeros(amount.description)
    }
  }

  private static func withoutZeros(_ text: String) -> String {
    guard text.contains(".") else { return text }
    let digits = text.reversed().drop { $0 == "0" }.drop { $0 == "." }
    return String(digits.reversed())
  }
}

extension PriceOverride.Condition {
  fileprivate var members: [JSONValue.Member] {
    switch self {
    case .promptTokens(let limit): [.init("min_prompt_tokens", .integer(limit))]
    case .utcMinutes(let from, let until):
      [
        .init("utc_start", .integer(from / 60 * 100 + from % 60)),
        .init("utc_end", .integer(until / 60 * 100 + until % 60)),
      ]
    case .utcDays(let days): [.init("utc_days", JSONValue(days.map(\.rawValue)))]
    // That it is there is all that is known of it.
    case .unknown(let key): [.init(key, true)]
    }
  }
}

extension Model.Reasoning {
  fileprivate var openRouterRow: JSONValue {
    [
      "mandatory": .flag(isMandatory),
      "supported_efforts": efforts.isEmpty ? .null : JSONValue(efforts),
      "default_effort": JSONValue(defaultEffort),
      "default_enabled": JSONValue(isDefault),
    ]
  }
}

extension Model.Benchmarks {
  /// As the member of that name in a row.
  var openRouterRow: JSONValue {
    var members: [JSONValue.Member] = []
    if !arenas.isEmpty {
      members.append(.init("design_arena", .list(arenas.map(\.openRouterRow))))
    }
    if intelligence != nil || coding != nil || agentic != nil {
      let analysis: JSONValue = [
        "intelligence_index": JSONValue(intelligence.map { $0 + 0 }),
        "coding_index": JSONValue(coding.map { $0 + 0 }),
        "agentic_index": JSONValue(agentic.map { $0 + 0 }),
      ]
      members.append(.init("artificial_analysis", analysis))
    }
    return .object(members)
  }
}

extension Model.Benchmarks.Arena {
  fileprivate var openRouterRow: JSONValue {
    [
      "arena": .text(arena), "category": .text(category), "elo": JSONValue(elo.map { $0 + 0 }),
      "rank": JSONValue(rank),
    ]
  }
}
