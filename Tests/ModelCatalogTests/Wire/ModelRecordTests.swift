import Foundation
import ModelCatalog
import Testing

struct ModelRecordTests {
  private func record(_ change: (inout Model) -> Void = { _ in }) -> JSONValue {
    var model = Model.listed("a/b")
    change(&model)
    return Catalog([model]).record(of: model)
  }

  @Test func `every field that can change has its place in the record`() {
    for field in ModelField.all {
      var place: JSONValue? = record()
      for name in field.wireName.split(separator: ".") { place = place?[String(name)] }
      #expect(place != nil, "\(field.wireName)")
    }
  }

  @Test func `a known value is in the record as in a list of changes`() throws {
    let model = { (model: inout Model) in
      model.pricing = Pricing([.input: .fixed(0.0000025), .request: .fixed(0.01)])
      model.contextLength = 8192
      model.inputModalities = [.text, .image]
    }
    var sample = Model.listed("a/b")
    model(&sample)
    for field: ModelField in [.price(.input), .price(.request), .contextLength, .inputModalities] {
      var place: JSONValue? = record(model)
      for name in field.wireName.split(separator: ".") { place = place?[String(name)] }
      #expect(place == field.value(in: sample).record)
    }
  }

  @Test func `a price that varies is no number`() {
    let pricing = record { $0.pricing = Pricing([.input: .variable, .output: .fixed(0)]) }[
      "pricing"]
    #expect(pricing?["variable"] == true)
    #expect(pricing?["input"] == .null)
    #expect(pricing?["output"] == .decimal(0))
    #expect(pricing?["cacheRead"] == .null)
  }

  @Test func `only rows of OpenRouter carry its own objects`() {
    let core = Model.core("b", author: "a")
    let record = Catalog([core]).record(of: core)
    #expect(record["provider"] == "a")
    #expect(record["openRouterData"] == nil)
    #expect(self.record()["provider"] == "openrouter")
    #expect(self.record()["openRouterData"]?["id"] == "a/b")
  }

  @Test func `both routes name each other`() {
    var core = Model.core("b", author: "a")
    core.openRouterID = "a/b"
    let row = Model.listed("a/b")
    let catalog = Catalog([core, row])
    #expect(catalog.record(of: core)["counterpart"] == "a/b")
    #expect(catalog.record(of: row)["counterpart"] == "b")
  }
}
