import Foundation

/// The model of our own JSON, the same for the commands and the API.
extension Catalog {
  /// All that is known of a model of this catalogue; unknown is null.
  package func json(of model: Model) -> JSONValue {
    let abilities = abilities(of: model.id)
    var members: [JSONValue.Member] = []
    func add(_ name: String, _ value: JSONValue) { members.append(.init(name, value)) }
    add("id", .text(model.id))
    add("name", .text(model.name))
    add("author", .text(model.author))
    add("provider", .text(model.source == .core ? model.author : Model.Source.openRouter.rawValue))
    add("category", JSONValue(category(of: model.id)?.key))
    add("description", JSONValue(model.description))
    add("source", .text(model.source.rawValue))
    add("contextWindow", JSONValue(model.contextLength))
    add("maxOutputTokens", JSONValue(model.maxOutput))
    add("pricing", model.pricing.json)
    add("supportsVision", .flag(abilities.contains(.vision)))
    add("supportsFunction", .flag(abilities.contains(.tools)))
    add("supportsReasoning", .flag(abilities.contains(.reasoning)))
    add("inputModalities", JSONValue(model.inputModalities.map(\.name)))
    add("outputModalities", JSONValue(model.outputModalities.map(\.name)))
    add("supportedParameters", JSONValue(model.supportedParameters))
    add("reasoning", model.reasoning?.json ?? .null)
    add("supportedVoices", JSONValue(model.supportedVoices))
    add("defaultParameters", model.defaultsRecord)
    add("created", JSONValue(model.created))
    add("knowledgeCutoff", JSONValue(model.knowledgeCutoff?.description))
    add("expirationDate", JSONValue(model.expirationDate?.description))
    add("canonicalSlug", JSONValue(model.canonicalSlug))
    add("huggingFaceId", JSONValue(model.huggingFaceID))
    add("aliasOf", JSONValue(model.aliasTarget))
    add("counterpart", JSONValue(counterpart(of: model)?.id))
    add("benchmarks", model.benchmarks?.json ?? .null)
    add("lastListed", JSONValue(model.lastListed))
    add("isRetired", .flag(model.isRetired))
    if model.source == .openRouter {
      add("topProvider", model.topProviderRecord)
      add("architecture", model.architectureRecord)
      add("openRouterData", model.openRouterRecord)
    }
    return .object(members)
  }
}

extension Pricing {
  /// Every kind, in USD per million tokens or characters or per unit, null where unknown or decided
  /// per request; under `other` what upstream lists in units that we don't know, by its key.
  var json: JSONValue {
    var members = Self.amounts(of: PriceKind.allCases, in: prices)
    members.append(.init("other", Self.json(of: other)))
    members.append(.init("variable", .flag(isVariable)))
    members.append(.init("overrides", .list(overrides.map(\.json))))
    return .object(members)
  }

  static func amounts(
    of kinds: [PriceKind], in prices: [PriceKind: Price]
  ) -> [JSONValue.Member] {
    kinds.map { .init($0.rawValue, JSONValue(prices[$0]?.amount(per: $0))) }
  }

  static func json(of other: [String: Price]) -> JSONValue {
    .object(other.sorted { $0.key < $1.key }.map { .init($0.key, JSONValue($0.value.amount)) })
  }
}

extension PriceOverride {
  /// When it holds, and the kinds that differ then.
  var json: JSONValue {
    var members = conditions.flatMap(\.members)
    members += Pricing.amounts(of: prices.keys.sorted(), in: prices)
    if !other.isEmpty { members.append(.init("other", Pricing.json(of: other))) }
    let unknown = conditions.compactMap(\.unknownKey)
    if !unknown.isEmpty { members.append(.init("unknownConditions", JSONValue(unknown))) }
    return .object(members)
  }
}

extension PriceOverride.Condition {
  fileprivate var members: [JSONValue.Member] {
    switch self {
    case .promptTokens(let limit): [.init("minPromptTokens", .integer(limit))]
    case .utcMinutes(let from, let until):
      [.init("fromUTCMinute", .integer(from)), .init("untilUTCMinute", .integer(until))]
    case .utcDays(let days): [.init("utcDays", JSONValue(days.map(\.rawValue)))]
    case .unknown: []
    }
  }

  fileprivate var unknownKey: String? {
    if case .unknown(let key) = self { key } else { nil }
  }
}

extension Model {
  fileprivate var defaultsRecord: JSONValue {
    .object(defaultParameters.sorted { $0.key < $1.key }.map { .init($0.key, .double($0.value)) })
  }

  // The three below have upstream's own names, which the replaced system passed on.

  fileprivate var topProviderRecord: JSONValue {
    [
      "context_length": JSONValue(providerContextLength ?? contextLength),
      "max_completion_tokens": JSONValue(maxOutput),
      "is_moderated": JSONValue(isModerated),
    ]
  }

  fileprivate var architectureRecord: JSONValue {
    let inputs = inputModalities.map(\.name)
    let outputs = outputModalities.map(\.name)
    return [
      "modality": .text(
        inputs.joined(separator: "+") + "->" + outputs.joined(separator: "+")),
      "input_modalities": JSONValue(inputs),
      "output_modalities": JSONValue(outputs),
      "tokenizer": JSONValue(tokenizer),
      "instruct_type": JSONValue(instructType),
    ]
  }

  fileprivate var openRouterRecord: JSONValue {
    [
      "id": .text(id),
      "created": JSONValue(created.flatMap { Int(exactly: $0.timeIntervalSince1970.rounded()) }),
      "per_request_limits": .null,
    ]
  }
}

extension Model.Reasoning {
  var json: JSONValue {
    [
      "mandatory": .flag(isMandatory),
      "efforts": JSONValue(efforts),
      "defaultEffort": JSONValue(defaultEffort),
      "enabledByDefault": JSONValue(isDefault),
    ]
  }
}

extension Model.Benchmarks {
  var json: JSONValue {
    [
      "intelligence": JSONValue(intelligence),
      "coding": JSONValue(coding),
      "agentic": JSONValue(agentic),
      "arenas": .list(
        arenas.map { arena in
          [
            "arena": .text(arena.arena), "category": .text(arena.category),
            "elo": JSONValue(arena.elo), "rank": JSONValue(arena.rank),
          ]
        }),
    ]
  }
}
