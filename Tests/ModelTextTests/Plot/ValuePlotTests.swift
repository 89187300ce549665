import Foundation
import ModelCatalog
import Support
import Testing

@testable import ModelText

struct ValuePlotTests {
  private static func plot(
    _ text: String = "", _ figure: PlotFigure = .cost, score: String = "coding",
    workload: String? = nil, models: [Model] = ScoredModels.models
  ) throws -> (plot: ValuePlot, ids: [String: Int]) {
    let index = SearchIndex(Catalog(models))
    let query = try Query.parse(text)
    let workload = try workload.map { try Workload.parse($0) }
    let context = QueryContext(now: Date(timeIntervalSince1970: 1_787_400_000), workload: workload)
    let plot = ValuePlot(
      of: index.search(query, in: context).matches, in: index, for: query, figure: figure,
      score: try #require(FactTable[score]), workload: workload)
    let ids = plot.rows.map { index.catalog.models[$0.index].id }
    return (plot, Dictionary(uniqueKeysWithValues: ids.enumerated().map { ($1, $0) }))
  }

  private static func members(_ plot: (plot: ValuePlot, ids: [String: Int])) -> Set<String> {
    Set(plot.ids.filter { plot.plot.plot.points[$0.value].kind == .frontier }.keys)
  }

  @Test func `every model with both figures is a point`() throws {
    let (plot, ids) = try Self.plot()
    #expect(plot.rows.count == ScoredModels.models.count - 2)
    #expect(ids["acme/plain"] == nil && ids["openrouter/auto"] == nil)
    let opus = try #require(ids["anthropic/claude-opus-5"])
    #expect(plot.plot.points[opus].x == 15 && plot.plot.points[opus].y == 78)
    #expect(plot.plot.points[opus].label == "Claude Opus 5")
  }

  // By hand: the mean prices ascend with the scores.
  @Test func `the frontier has the models worth their price, and no variant`() throws {
    let plain: Set = [
      "inclusionai/ling-2.6-flash", "openai/gpt-oss-120b", "deepseek/deepseek-v4-flash",
      "deepseek/deepseek-v4-flash-0731", "openai/gpt-5.6-luna", "google/gemini-3.7-flash",
      "x-ai/grok-4.6", "openai/gpt-5.6-sol", "anthropic/claude-opus-5",
    ]
    #expect(Self.members(try Self.plot()) == plain)
    let (plot, ids) = try Self.plot()
    let free = try #require(ids["z-ai/glm-5.2:free"])
    #expect(plot.plot.points[free].kind == .variant && plot.plot.points[free].x == 0)
  }

  @Test(arguments: ["", "has:reasoning", "is:batch", "author:openai,google", "is:free"])
  func `the frontier of a plot against the cost is that of the query language`(
    text: String
  ) throws {
    let index = SearchIndex(Catalog(ScoredModels.models))
    let asked = try Query.parse(text + " frontier:coding")
    let found = index.search(asked, in: QueryContext(now: .distantPast)).matches.map {
      index.catalog.models[$0.index].id
    }
    #expect(Self.members(try Self.plot(text)) == Set(found))
  }

  @Test func `variants that the query asks for can be on the frontier`() throws {
    let batch = Self.members(try Self.plot("is:batch"))
    #expect(batch.contains("anthropic/claude-opus-5:batch"))
    #expect(Self.members(try Self.plot("is:free")) == ["z-ai/glm-5.2:free"])
  }

  @Test func `against the context the largest counts, against the day the first`() throws {
    for (figure, sign) in [(PlotFigure.context, -1.0), (.created, 1), (.input, 1), (.output, 1)] {
      let plot = try Self.plot("", figure)
      let candidates = plot.plot.plot.points.filter { $0.kind != .variant }
      for point in candidates {
        let isBeaten = candidates.contains { other in
          sign * other.x <= sign * point.x && other.y >= point.y
            && (sign * other.x < sign * point.x || other.y > point.y)
        }
        #expect((point.kind == .frontier) == !isBeaten, "\(figure): \(point.label)")
      }
    }
  }

  @Test func `a workload gives the axis, the costs and the words`() throws {
    let (plot, ids) = try Self.plot(workload: "in=3000 out=500 calls=50000/day")
    #expect(plot.plot.x.title == "USD a month under the workload")
    // 1.5 million calls: 4.5 G tokens in at 5 $/M, 750 M out at 25 $/M.
    let opus = try #require(ids["anthropic/claude-opus-5"])
    #expect(plot.plot.points[opus].x == 41_250)
    #expect(plot.words(of: opus) == "coding 78 · $41,250 a month · on the frontier")
    let (once, onceIDs) = try Self.plot(workload: "in=1m out=0 calls=3")
    #expect(once.plot.x.title == "USD in all under the workload")
    let haiku = try #require(onceIDs["anthropic/claude-haiku-4.5"])
    #expect(once.words(of: haiku) == "coding 43.9 · $3.00 in all")
  }

  @Test(
    arguments: [
      (.cost, "mean of input and output price, USD per million tokens"),
      (.input, "input price, USD per million tokens"),
      (.output, "output price, USD per million tokens"), (.context, "context in tokens"),
      (.created, "day of listing"),
    ] as [(PlotFigure, String)])
  func `the axis says what it measures`(figure: PlotFigure, title: String) throws {
    #expect(try Self.plot("", figure).plot.plot.x.title == title)
  }

  @Test(
    arguments: [
      (.cost, "coding 43.9 · mean 3.00 $/M"),
      (.input, "coding 43.9 · input 1.00 $/M"), (.output, "coding 43.9 · output 5.00 $/M"),
      (.context, "coding 43.9 · context 200,000"), (.created, "coding 43.9 · listed 2025-10-15"),
    ] as [(PlotFigure, String)])
  func `both figures are said in words`(figure: PlotFigure, words: String) throws {
    let (plot, ids) = try Self.plot("", figure)
    #expect(plot.words(of: try #require(ids["anthropic/claude-haiku-4.5"])).hasPrefix(words))
  }

  @Test func `zero is free only where the models are`() throws {
    #expect(try Self.plot().plot.plot.x.scale == .money(zero: "free"))
    #expect(try Self.plot("", .input).plot.plot.x.scale == .money(zero: "$0"))
    let (cost, ids) = try Self.plot()
    #expect(cost.words(of: try #require(ids["z-ai/glm-5.2:free"])) == "coding 68.8 · free")
    var paid = ScoredModels.models[0]
    paid.pricing.prices[.input] = .fixed(0)
    let prompts = try Self.plot(workload: "in=1000", models: [paid])
    #expect(prompts.plot.plot.points.map(\.x) == [0] && !paid.isFree)
    #expect(prompts.plot.plot.x.scale == .money(zero: "$0"))
    #expect(prompts.plot.words(of: 0) == "coding 76.1 · $0 in all · on the frontier")
  }

  @Test func `no scores are no points`() throws {
    let models = ScoredModels.models.filter { $0.id == "acme/plain" }
    let (plot, _) = try Self.plot(models: models)
    #expect(plot.rows.isEmpty && plot.best == nil)
    #expect(plot.plot.summary.hasPrefix("Nothing to plot: no model has both figures, coding and"))
  }

  @Test func `the best is the highest on the frontier`() throws {
    let (plot, ids) = try Self.plot()
    #expect(plot.best == ids["anthropic/claude-opus-5"])
  }
}
