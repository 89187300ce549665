/// Something that a model can do, named as people search for it.
package enum Ability: String, CaseIterable, Sendable {
  case vision, audio, tools, reasoning, structured, caching, batch

  /// One letter for narrow columns; each ability also has a fixed position.
  package var letter: Character {
    switch self {
    case .vision: "V"
    case .audio: "A"
    case .tools: "T"
    case .reasoning: "R"
    case .structured: "S"
    case .caching: "C"
    case .batch: "B"
    }
  }

  /// A short description, for legends and the detail pane.
  package var summary: String {
    switch self {
    case .vision: "takes images"
    case .audio: "takes or gives audio"
    case .tools: "calls tools"
    case .reasoning: "reasons before answering"
    case .structured: "answers to a JSON schema"
    case .caching: "has a price for cached input"
    case .batch: "has a batch row"
    }
  }
}

/// A set of abilities in one byte.
package struct Abilities: OptionSet, Hashable, Sendable {
  package let rawValue: UInt8

  package init(rawValue: UInt8) { self.rawValue = rawValue }

  package init(_ ability: Ability) {
    let index = Ability.allCases.firstIndex(of: ability) ?? 0
    self.init(rawValue: 1 << UInt8(index))
  }

  package func contains(_ ability: Ability) -> Bool { contains(Abilities(ability)) }

  /// The abilities that follow from the model alone; `batch` needs the catalogue.
  package init(of model: Model) {
    let parameters = model.supportedParameters ?? []
    var found: Abilities = []
    func add(_ ability: Ability, if condition: Bool) {
      if condition { found.insert(Abilities(ability)) }
    }
    add(.vision, if: model.inputModalities.contains(.image))
    add(
      .audio,
      if: model.inputModalities.contains(.audio) || model.outputModalities.contains(.audio))
    add(.tools, if: parameters.contains("tools"))
    add(
      .reasoning,
      if: model.reasoning != nil || parameters.contains("reasoning")
        || parameters.contains("include_reasoning"))
    add(.structured, if: parameters.contains("structured_outputs"))
    add(.caching, if: model.pricing[.cacheRead] != nil)
    self = found
  }

  /// The abilities of a model as an endpoint serves it: what an endpoint does not state stays as it
  /// is known of the model.
  func served(of model: Model) -> Abilities {
    let stated: Abilities = [
      Abilities(.tools), Abilities(.reasoning), Abilities(.structured), Abilities(.caching),
    ]
    return subtracting(stated).union(Abilities(of: model).intersection(stated))
  }
}
