/// What upstream's list says of a model as a whole, which some of its endpoints may lack: tools,
/// structured output, reasoning and the context.
package struct ListPromise: Hashable, Sendable {
  /// Names of parameters, sorted.
  package let parameters: [String]
  /// Tokens.
  package let contextLength: Int?

  package init(of model: Model) {
    let stated = model.supportedParameters ?? []
    parameters = ["reasoning", "structured_outputs", "tools"].filter { name in
      stated.contains(name) || name == "reasoning" && stated.contains("include_reasoning")
    }
    contextLength = model.contextLength
  }

  /// Either of them is enough.
  static let reasoningNames: Set = ["reasoning", "include_reasoning"]

  /// What an endpoint does not state to have: names of parameters, then ``contextName``.
  package func missing(in endpoint: Endpoint) -> [String] {
    let stated = endpoint.supportedParameters ?? []
    var missing = parameters.filter { name in
      !stated.contains(name)
        && (name != "reasoning" || !stated.contains(where: Self.reasoningNames.contains))
    }
    if let contextLength, endpoint.contextLength.map({ $0 < contextLength }) ?? true {
      missing.append(Self.contextName)
    }
    return missing
  }

  /// For the context among what is missing.
  package static let contextName = "context"
}
