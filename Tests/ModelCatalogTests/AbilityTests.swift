import Foundation
import ModelCatalog
import Testing

struct AbilityTests {
  @Test(arguments: Ability.allCases)
  func `each ability has a unique letter and description`(ability: Ability) {
    let others = Ability.allCases.filter { $0 != ability }
    #expect(!others.map(\.letter).contains(ability.letter))
    #expect(!others.map(\.summary).contains(ability.summary))
    #expect(Abilities(ability).contains(ability))
    #expect(others.allSatisfy { !Abilities(ability).contains($0) })
  }

  @Test func `a model without facts has no abilities`() {
    #expect(Abilities(of: .listed("a/b")) == [])
  }

  @Test func `each fact gives its ability and no other`() {
    let table: [(Ability, (inout Model) -> Void)] = [
      (.vision, { $0.inputModalities = [.text, .image] }),
      (.audio, { $0.inputModalities = [.audio] }),
      (.audio, { $0.outputModalities = [.text, .audio] }),
      (.tools, { $0.supportedParameters = ["tool_choice", "tools"] }),
      (.reasoning, { $0.supportedParameters = ["reasoning"] }),
      (.reasoning, { $0.supportedParameters = ["include_reasoning"] }),
      (.reasoning, { $0.reasoning = Model.Reasoning(isMandatory: true) }),
      (.structured, { $0.supportedParameters = ["structured_outputs"] }),
      (.caching, { $0.pricing.prices[.cacheRead] = .fixed(0) }),
    ]
    for (ability, change) in table {
      #expect(Abilities(of: .listed("a/b", change)) == Abilities(ability))
    }
    #expect(Abilities(of: .listed("a/b") { $0.outputModalities = [.image] }) == [])
    #expect(Abilities(of: .listed("a/b") { $0.supportedParameters = ["response_format"] }) == [])
  }

  @Test func `a batch row gives its model, on both routes, the batch ability`() {
    let catalog = Catalog([
      .listed("openai/gpt-4o"), .listed("openai/gpt-4o:batch"), .listed("openai/gpt-4o:free"),
      .listed("openai/gpt-4"),
      .core("gpt-4o") { $0.openRouterID = "openai/gpt-4o" }, .core("gpt-4"),
    ])
    let able = catalog.models.map(\.id).filter { catalog.abilities(of: $0).contains(.batch) }
    #expect(able == ["gpt-4o", "openai/gpt-4o"])
  }
}
