package import ModelCatalog

/// Facts that tests name; a name that no row has ends the test run.
extension Fact {
  package static func named(_ name: String) -> Fact {
    guard let fact = FactTable[name] else { preconditionFailure("there is no fact \(name)") }
    return fact
  }

  package static var author: Fact { named("author") }
  package static var maxOutput: Fact { named("maxout") }
  package static var providerContextLength: Fact { named("endpointcontext") }
  package static var inputModalities: Fact { named("takes") }
  package static var outputModalities: Fact { named("gives") }
  package static var supportedParameters: Fact { named("parameters") }
  package static var reasoning: Fact { named("reasoning") }
  package static var supportedVoices: Fact { named("voices") }
  package static var defaultParameters: Fact { named("defaults") }
  package static var knowledgeCutoff: Fact { named("cutoff") }
  package static var canonicalSlug: Fact { named("canonical") }
  package static var aliasTarget: Fact { named("alias") }
  package static var instructType: Fact { named("template") }
  package static var isModerated: Fact { named("moderated") }
  package static var isRetired: Fact { named("retired") }
}
