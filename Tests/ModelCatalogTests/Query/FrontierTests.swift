import Foundation
import ModelCatalog
import Support
import Testing

/// The frontier against its definition.
struct FrontierTests {
  private static let now = Date(timeIntervalSince1970: 1_790_000_000)

  private static func model(
    _ id: String, price: Int?, coding: Double?, source: Model.Source = .openRouter
  ) -> Model {
    var model = Model(id: id, source: source, name: id, author: "maker")
    model.outputModalities = [.text]
    if let price {
      let amount = Price.fixed(Decimal(price).movingPoint(by: -6))
      model.pricing = Pricing([.input: amount, .output: amount])
    }
    model.benchmarks = Model.Benchmarks(intelligence: nil, coding: coding, agentic: nil)
    return model
  }

  private static func found(
    _ text: String, in models: [Model], workload: String? = nil
  ) throws -> Set<String> {
    let catalog = Catalog(models)
    let context = QueryContext(now: now, workload: try workload.map { try Workload.parse($0) })
    let result = SearchIndex(catalog).search(try Query.parse(text), in: context)
    return Set(result.matches.map { catalog.models[$0.index].id })
  }

  @Test func `random sets have the models that no other is better than`() throws {
    var random = SeededRandom(seed: 3)
    for _ in 0..<60 {
      let models = (0..<40).map { number in
        Self.model(
          "maker/m\(number)",
          price: Bool.random(using: &random) ? Int.random(in: 0...12, using: &random) : nil,
          coding: Int.random(in: 0...9, using: &random) < 8
            ? Double(Int.random(in: 1...9, using: &random)) : nil)
      }
      let points = models.compactMap { model -> (id: String, cost: Decimal, score: Double)? in
        guard let cost = model.pricing[.input]?.amount, let score = model.benchmarks?.coding
        else { return nil }
        return (model.id, cost, score)
      }
      let expected = points.filter { one in
        !points.contains { other in
          other.cost <= one.cost && other.score >= one.score
            && (other.cost < one.cost || other.score > one.score)
        }
      }
      #expect(try Self.found("frontier:coding", in: models) == Set(expected.map(\.id)))
    }
  }

  @Test func `equal models both stay`() throws {
    let models = [
      Self.model("a/1", price: 1, coding: 50), Self.model("a/2", price: 1, coding: 50),
      Self.model("a/3", price: 2, coding: 50), Self.model("a/4", price: 2, coding: 60),
    ]
    #expect(try Self.found("frontier:coding", in: models) == ["a/1", "a/2", "a/4"])
  }

  @Test func `all other terms are applied before it, free text too`() throws {
    let models = [
      Self.model("a/cheap", price: 1, coding: 50), Self.model("a/good", price: 5, coding: 70),
      Self.model("b/poor", price: 3, coding: 40),
    ]
    #expect(try Self.found("frontier:coding", in: models) == ["a/cheap", "a/good"])
    #expect(try Self.found("poor frontier:coding", in: models) == ["b/poor"])
    #expect(try Self.found("frontier:coding input>2", in: models) == ["b/poor", "a/good"])
  }

  @Test func `variants, aliases and core rows are there on request alone`() throws {
    let models = [
      Self.model("a/one", price: 4, coding: 50), Self.model("a/one:batch", price: 2, coding: 50),
      Self.model("a/one:free", price: 0, coding: 50), Self.model("~a/latest", price: 3, coding: 90),
      Self.model("core-one", price: 1, coding: 50, source: .core),
    ]
    #expect(try Self.found("frontier:coding", in: models) == ["a/one"])
    #expect(try Self.found("frontier:coding is:batch", in: models) == ["a/one:batch"])
    #expect(try Self.found("frontier:coding is:free", in: models) == ["a/one:free"])
    #expect(try Self.found("frontier:coding source:core", in: models) == ["core-one"])
    #expect(
      try Self.found("frontier:coding is:variant", in: models) == ["a/one:free", "~a/latest"])
  }

  @Test func `cost is the workload's where there is one`() throws {
    var read = Self.model("a/read", price: 5, coding: 50)
    read.pricing.prices[.cacheRead] = .fixed(0)
    let models = [read, Self.model("a/plain", price: 4, coding: 50)]
    #expect(try Self.found("frontier:coding", in: models) == ["a/plain"])
    #expect(
      try Self.found("frontier:coding", in: models, workload: "in=100 cached=100%") == ["a/read"])
  }

  @Test(arguments: ["-frontier:coding", "frontier:speed", "frontier:", "frontier>5"])
  func `what it cannot be is a mistake`(text: String) {
    #expect(throws: QueryError.self) { try Query.parse(text) }
  }
}
