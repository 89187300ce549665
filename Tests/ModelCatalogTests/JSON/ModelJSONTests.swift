import Foundation
import ModelCatalog
import Support
import Testing

struct ModelJSONTests {
  private func json(
    workload: Workload? = nil, _ change: (inout Model) -> Void = { _ in }
  ) -> JSONValue {
    var model = Model.listed("a/b")
    change(&model)
    return Catalog([model]).json(of: model, workload: workload)
  }

  @Test func `every fact that can change is in a model's JSON`() {
    let scored = json(workload: Workload(input: 1, output: 1)) {
      $0.outputModalities = [.text]
      $0.pricing = Pricing([.input: .fixed(1), .output: .fixed(1)])
      $0.benchmarks = Model.Benchmarks(intelligence: 1, coding: nil, agentic: nil)
    }
    for fact in FactTable.all where !fact.needsEndpoint {
      var value: JSONValue? = scored
      for name in (fact.jsonKey ?? "id").split(separator: ".") { value = value?[String(name)] }
      #expect(value != nil, "\(fact.name)")
    }
  }

  @Test func `every fact of an endpoint is in the JSON of a model that it serves`() {
    let model = Model.listed("a/b")
    let endpoint = Endpoint(tag: EndpointTag("acme/eu"), provider: "Acme")
    let served = Catalog([model]).json(of: model, endpoint: endpoint)
    for fact in FactTable.all where fact.needsEndpoint {
      var value: JSONValue? = served
      for name in (fact.jsonKey ?? "id").split(separator: ".") { value = value?[String(name)] }
      #expect(value != nil, "\(fact.name)")
    }
    #expect(Catalog([model]).json(of: model)["endpoint"] == nil)
  }

  @Test func `a value is the same in a model's JSON and in a list of changes`() throws {
    let model = { (model: inout Model) in
      model.pricing = Pricing([.input: .fixed(0.0000025), .request: .fixed(0.01)])
      model.contextLength = 8192
      model.inputModalities = [.text, .image]
    }
    var sample = Model.listed("a/b")
    model(&sample)
    for field: Fact in [.price(.input), .price(.request), .contextLength, .inputModalities] {
      var value: JSONValue? = json(model)
      for name in (field.jsonKey ?? "").split(separator: ".") { value = value?[String(name)] }
      #expect(value == field.value(in: sample).json)
    }
  }

  @Test func `a variable price is not a number`() {
    let pricing = json { $0.pricing = Pricing([.input: .variable, .output: .fixed(0)]) }[
      "pricing"]
    #expect(pricing?["variable"] == true)
    #expect(pricing?["input"] == .null)
    #expect(pricing?["output"] == .decimal(0))
    #expect(pricing?["cacheRead"] == .null)
  }

  @Test func `only rows of OpenRouter have upstream's objects`() {
    let core = Model.core("b", author: "a")
    let json = Catalog([core]).json(of: core)
    #expect(json["provider"] == "a")
    #expect(json["openRouterData"] == nil)
    #expect(self.json()["provider"] == "openrouter")
    #expect(self.json()["openRouterData"]?["id"] == "a/b")
  }

  @Test func `counterparts name each other`() {
    var core = Model.core("b", author: "a")
    core.openRouterID = "a/b"
    let row = Model.listed("a/b")
    let catalog = Catalog([core, row])
    #expect(catalog.json(of: core)["counterpart"] == "a/b")
    #expect(catalog.json(of: row)["counterpart"] == "b")
  }
}
