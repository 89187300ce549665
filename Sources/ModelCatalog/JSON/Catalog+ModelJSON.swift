import Foundation

/// The model of our own JSON, the same for the commands and the API.
extension Catalog {
  /// All that is known of a model of this catalogue; unknown is null.
  ///
  /// What it costs is there only under a workload; with an endpoint, it is the model as that serves
  /// it, with a member `endpoint`.
  package func json(
    of model: Model, workload: Workload? = nil, endpoint: Endpoint? = nil
  ) -> JSONValue {
    let context = FactContext(
      model: model, catalog: self, workload: workload, endpoint: endpoint)
    var members: [JSONValue.Member] = ModelJSON.groups.compactMap { group in
      guard workload != nil || !group.needsWorkload else { return nil }
      switch group {
      case .fact(let name, let fact): return .init(name, fact.value(in: context).json)
      case .object(let name, let facts):
        return .init(name, Self.object(facts.map { ($0.name, $0.fact.value(in: context)) }))
      }
    }
    if model.source == .openRouter {
      members.append(.init("topProvider", model.topProviderJSON))
      members.append(.init("architecture", model.architectureJSON))
      members.append(.init("openRouterData", model.openRouterJSON))
    }
    if let endpoint { members.append(.init("endpoint", endpoint.json(of: model))) }
    return .object(members)
  }

  /// Null where nothing of it is known.
  fileprivate static func object(_ values: [(name: String, value: FactValue)]) -> JSONValue {
    values.allSatisfy { $0.value == .unknown }
      ? .null : .object(values.map { .init($0.name, $0.value.json) })
  }
}

/// Which members a model's JSON has: those that the facts name, in their order.
package enum ModelJSON {
  package enum Group: Sendable {
    case fact(name: String, Fact)
    case object(name: String, [(name: String, fact: Fact)])

    /// Whether it is there only under a workload.
    package var needsWorkload: Bool {
      switch self {
      case .fact(_, let fact): fact.needsWorkload
      case .object(_, let facts): facts.allSatisfy(\.fact.needsWorkload)
      }
    }
  }

  /// The objects that have a shape of their own, of which some facts name members too: those that the
  /// replaced system passed on in upstream's shape, and the endpoint.
  private static let passedOn: Set = ["topProvider", "architecture", "endpoint"]

  package static let groups: [Group] = {
    var groups: [Group] = []
    for fact in FactTable.all {
      let path = fact.jsonKey?.split(separator: ".").map(String.init) ?? []
      guard let first = path.first, !passedOn.contains(first) else { continue }
      guard let last = path.dropFirst().last else {
        groups.append(.fact(name: first, fact))
        continue
      }
      if case .object(first, let members) = groups.last {
        groups[groups.count - 1] = .object(name: first, members + [(last, fact)])
      } else {
        groups.append(.object(name: first, [(last, fact)]))
      }
    }
    return groups
  }()

  /// The member `pricing` of a model.
  static func pricing(of model: Model) -> JSONValue {
    for case .object("pricing", let facts) in groups {
      return Catalog.object(facts.map { ($0.name, $0.fact.value(in: model)) })
    }
    return .null
  }
}

extension Pricing {
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
  // The three below have upstream's own names, which the replaced system passed on.

  fileprivate var topProviderJSON: JSONValue {
    [
      "context_length": JSONValue(providerContextLength ?? contextLength),
      "max_completion_tokens": JSONValue(maxOutput),
      "is_moderated": JSONValue(isModerated),
    ]
  }

  fileprivate var architectureJSON: JSONValue {
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

  fileprivate var openRouterJSON: JSONValue {
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

extension Model.Benchmarks.Arena {
  var json: JSONValue {
    [
      "arena": .text(arena), "category": .text(category), "elo": JSONValue(elo),
      "rank": JSONValue(rank),
    ]
  }
}
