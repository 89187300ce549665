import Foundation
import ModelCatalog
import Testing

/// Terms about costs, and comparisons with a model.
struct CostQueryTests {
  private static let catalog: Catalog = {
    func model(_ id: String, _ input: Int, _ coding: Double?) -> Model {
      var model = Model(id: id, source: .openRouter, name: id, author: "maker")
      model.outputModalities = [.text]
      let amount = Price.fixed(Decimal(input).movingPoint(by: -6))
      model.pricing = Pricing([.input: amount, .output: amount])
      model.benchmarks = Model.Benchmarks(intelligence: nil, coding: coding, agentic: nil)
      return model
    }
    return Catalog([
      model("maker/small", 1, 40), model("maker/middle", 2, 50), model("maker/large", 8, 60),
      model("maker/unknown", 3, nil),
    ])
  }()

  private static let workload = Workload(input: 1_000_000, output: 0)

  private func found(_ text: String, workload: Workload? = workload) throws -> [String] {
    let context = QueryContext(now: .distantPast, workload: workload)
    let query = try Query.parse(text, hasWorkload: workload != nil)
    return SearchIndex(Self.catalog).search(query, in: context).matches.map {
      Self.catalog.models[$0.index].id
    }
  }

  @Test func `costs compare and sort under a workload`() throws {
    #expect(try found("cost<=2 sort:cost") == ["maker/small", "maker/middle"])
    #expect(
      try found("sort:-cost")
        == ["maker/large", "maker/unknown", "maker/middle", "maker/small"])
    #expect(try found("cost<maker/unknown sort:name") == ["maker/middle", "maker/small"])
  }

  @Test func `another workload gives another order at once`() throws {
    let index = SearchIndex(Self.catalog)
    let query = try Query.parse("cost<=5")
    for (calls, count) in [(1, 3), (2, 2), (1, 3), (10, 0)] {
      var workload = Self.workload
      workload.calls = CallRate(Decimal(calls), .total)
      let context = QueryContext(now: .distantPast, workload: workload)
      #expect(index.search(query, in: context).matches.count == count)
    }
  }

  @Test(arguments: ["cost<5", "sort:cost", "sort:-callcost", "claude -cost>1"])
  func `without a workload that is a mistake, which says how to set one`(text: String) throws {
    let error = try #require(throws: QueryError.self) {
      try Query.parse(text, hasWorkload: false)
    }
    #expect(error.message.contains("--workload"))
    // The lenient reading leaves the term out.
    #expect(Query.reading(text, hasWorkload: false).query.sort == nil)
  }

  @Test func `a comparison takes the value of a model`() throws {
    #expect(
      try found("coding>=maker/middle input<maker/large sort:coding") == ["maker/middle"])
    #expect(try found("-coding>=MAKER/middle sort:name") == ["maker/small", "maker/unknown"])
    #expect(
      try Query.parse("coding>=maker/middle").description == "coding>=maker/middle")
  }

  @Test(arguments: [
    ("coding>=maker/midle", 8, "nor a model's id"),
    ("small input<maker/none", 12, "nor a model's id"),
    ("coding>=maker/unknown", 8, "the coding of maker/unknown is unknown"),
    ("ctx>=maker/small", 5, "is unknown"),
  ])
  func `an unknown model, or one without that fact, is a mistake`(
    text: String, offset: Int, message: String
  ) throws {
    let index = SearchIndex(Self.catalog)
    let error = try #require(index.unknownReference(in: text, workload: nil))
    #expect(error.offset == offset)
    #expect(error.message.contains(message), "\(error)")
  }

  @Test func `a half typed id is unfinished, and its term is left out`() throws {
    let index = SearchIndex(Self.catalog)
    let error = try #require(index.unknownReference(in: "coding>=maker/mid", workload: nil))
    #expect(error.isUnfinished)
    #expect(try found("coding>=maker/mid").count == 4)
    #expect(index.unknownReference(in: "coding>=maker/middle", workload: nil) == nil)
  }

  @Test(arguments: ["coding>=lots", "input<cheap", "ctx>=big", "age<gpt-4o"])
  func `words that are no ids are bad values as before`(text: String) {
    #expect(throws: QueryError.self) { try Query.parse(text) }
  }
}
