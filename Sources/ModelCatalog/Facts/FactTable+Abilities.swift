extension FactTable {
  /// What it can do.
  static let abilities: [Fact] = [
    .abilities,
    flag("vision", "supportsVision", .vision), flag("tools", "supportsFunction", .tools),
    flag("reasons", "supportsReasoning", .reasoning),
    Fact(
      "takes", "Takes", json: "inputModalities", aliases: ["in"], kind: .names, topic: .ability,
      section: .limits
    ) { .list($0.model.inputModalities.map(\.name)) },
    Fact(
      "gives", "Gives", json: "outputModalities", aliases: ["out"], kind: .names,
      topic: .ability, section: .limits
    ) { .list($0.model.outputModalities.map(\.name)) },
    Fact(
      "parameters", "Parameters", json: "supportedParameters", kind: .names, topic: .ability,
      section: .lists
    ) { $0.model.supportedParameters.map(FactValue.list) ?? .unknown },
    Fact(
      "reasoning", "Reasoning", json: "reasoning", kind: .structure, topic: .ability,
      section: .limits
    ) { $0.model.reasoning.map(FactValue.reasoning) ?? .unknown },
    Fact(
      "voices", "Voices", json: "supportedVoices", kind: .names, topic: .ability, section: .lists
    ) { .list($0.model.supportedVoices) },
    Fact(
      "defaults", "Defaults", json: "defaultParameters", kind: .structure, topic: .other,
      section: .lists
    ) { .settings($0.model.defaultParameters) },
  ]

  private static func flag(_ name: String, _ key: String, _ ability: Ability) -> Fact {
    Fact(name, name.prefix(1).uppercased() + name.dropFirst(), json: key, kind: .flag) { context in
      .flag(context.abilities.contains(ability))
    }
  }
}

extension Fact {
  package static let abilities = Fact(
    "abilities", "Abilities", aliases: ["has"], kind: .names, width: Ability.allCases.count
  ) { context in
    let abilities = context.abilities
    return .list(Ability.allCases.filter(abilities.contains).map(\.rawValue))
  }
}
