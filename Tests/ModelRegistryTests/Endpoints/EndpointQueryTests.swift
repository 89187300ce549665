import Foundation
import ModelCatalog
import Support
import Testing

@testable import ModelRegistry

/// Queries about endpoints over real bodies, against a slow search in the raw JSON.
@Suite(.enabled(if: EndpointBody.areCaptured, "../shared/captures/endpoints is not present"))
struct EndpointQueryTests {
  private typealias Object = [String: Any]

  private struct World: Sendable {
    var rows: [String: [RawEndpoint]] = [:]
    var table = EndpointTable()
    var models: [Model] = []
    var index = SearchIndex(Catalog([]))
  }

  /// Read once: the same for every query.
  private static let world = Result { try readWorld() }

  private static func readWorld() throws -> World {
    var world = World()
    var zeroRetention: [String: Set<String>] = [:]
    for (id, body) in try EndpointBody.captured() {
      let json = try JSONSerialization.jsonObject(with: body) as? Object
      let data = json?["data"] as? Object ?? [:]
      world.rows[id] = (data["endpoints"] as? [Object] ?? []).map {
        RawEndpoint($0, id: id, architecture: data["architecture"])
      }
      for row in world.rows[id] ?? [] where row.hasZeroRetention {
        zeroRetention[row.modelID, default: []].insert(row.tag)
      }
      world.table[id] = try EndpointPayload.endpoints(
        from: body, of: id, received: Date(timeIntervalSince1970: 1_787_440_000))
    }
    world.table.zeroRetention = zeroRetention
    world.models = try OpenRouterPayload.listing(
      from: Captures.body("openrouter-20260821.json")
    ).models
    world.index = SearchIndex(Catalog(world.models))
    return world
  }

  private static let cases:
    [(query: String, of: @Sendable (Model) -> Bool, test: @Sendable (RawEndpoint) -> Bool)] = [
      ("on:deepinfra", { _ in true }, { $0.provider.hasPrefix("deepinfra") }),
      (
        "on:google region:global", { _ in true },
        { $0.provider.hasPrefix("google") && $0.parts.dropFirst().contains("global") }
      ),
      (
        "quant>=8 has:tools input<0.5", { _ in true },
        { row in
          row.bits.map { $0 >= 8 } ?? false && row.has("tools")
            && row.price("input").map { $0 < Decimal(string: "0.5") ?? 0 } ?? false
        }
      ),
      (
        "quant=fp8 on:novita,together", { _ in true },
        { row in
          row.bits == 8 && (row.provider.hasPrefix("novita") || row.provider.hasPrefix("together"))
        }
      ),
      (
        "-on:openai author:openai region:us", { $0.author == "openai" },
        { row in
          !row.provider.hasPrefix("openai")
            && row.parts.dropFirst().contains { $0.hasPrefix("us") || $0 == "fast-us" }
        }
      ),
      (
        "region:eu ctx>=200k", { _ in true },
        { row in
          row.context >= 200_000
            && row.parts.dropFirst().contains { $0.hasPrefix("eu") || $0 == "swedencentral" }
        }
      ),
      (
        "uptime>=99.9 output<=1", { _ in true },
        { row in
          row.uptime.map { $0 >= 99.9 } ?? false && row.price("output").map { $0 <= 1 } ?? false
        }
      ),
      (
        "has:structured has:tools quant<=4", { _ in true },
        { row in
          row.has("structured_outputs") && row.has("tools") && row.bits.map { $0 <= 4 } ?? false
        }
      ),
      (
        "-has:tools on:novita", { _ in true },
        { !$0.has("tools") && $0.provider.hasPrefix("novita") }
      ),
      (
        "maxout>=100k cacheread<0.1 on:fireworks,baseten,z-ai", { _ in true },
        { row in
          ["fireworks", "baseten", "z-ai"].contains { row.provider.hasPrefix($0) }
            && row.maxOutput.map { $0 >= 100_000 } ?? false
            && row.price("cacheRead").map { $0 < Decimal(string: "0.1") ?? 0 } ?? false
        }
      ),
      (
        "data:zdr has:reasoning qwen", { $0.id.contains("qwen") },
        { $0.hasZeroRetention && ($0.has("reasoning") || $0.has("include_reasoning")) }
      ),
      (
        "on:openai has:caching -region:eu", { _ in true },
        { row in
          row.provider.hasPrefix("openai") && row.price("cacheRead") != nil
            && !row.parts.dropFirst().contains { $0.hasPrefix("eu") }
        }
      ),
      ("latency<800ms", { _ in true }, { _ in false }),
      ("-latency<800ms on:cohere", { _ in true }, { $0.provider.hasPrefix("cohere") }),
    ]

  @Test(arguments: cases.indices)
  func `a model matches when one endpoint meets all terms, and the cheapest is shown`(
    number: Int
  ) throws {
    let (text, isOf, meets) = Self.cases[number]
    let world = try Self.world.get()
    let query = try Query.parse(text)
    let context = QueryContext(
      now: Date(timeIntervalSince1970: 1_787_440_000), endpoints: world.table)
    let result = world.index.search(query, in: context)
    var found: [String: String] = [:]
    for match in result.matches {
      found[world.index.catalog.models[match.index].id] = match.endpoint?.tag.description
    }
    #expect(found.count == result.matches.count)
    var expected: [String: String] = [:]
    for model in world.models where isOf(model) {
      let passing = (world.rows[model.aliasTarget ?? model.id] ?? []).filter(meets)
      let standard = passing.filter(\.isStandard)
      let offered = (standard.isEmpty ? passing : standard).enumerated()
      func key(_ row: RawEndpoint) -> [Decimal] {
        ["input", "output"].map { row.price($0) ?? 1_000_000 }
      }
      let cheapest = offered.min { left, right in
        let (first, second) = (key(left.element), key(right.element))
        return first != second
          ? first.lexicographicallyPrecedes(second) : left.offset < right.offset
      }
      if let cheapest { expected[model.id] = cheapest.element.tag }
    }
    #expect(found == expected)
    #expect(found.isEmpty == (text == "latency<800ms"), "the case says something")
  }

  @Test func `sort goes by the endpoints shown, unknown last, and leaves nothing out`() throws {
    let world = try Self.world.get()
    var context = QueryContext(now: Date(timeIntervalSince1970: 1_787_440_000))
    context.endpoints = world.table
    let result = world.index.search(try Query.parse("sort:uptime"), in: context)
    #expect(result.matches.count == world.models.count)
    let uptimes = result.matches.map { $0.endpoint?.health.uptime1d ?? -1 }
    #expect(uptimes == uptimes.sorted(by: >) && uptimes.contains(-1))
    let cheapest = world.index.search(try Query.parse("on:deepinfra sort:price"), in: context)
    let prices = cheapest.matches.compactMap { $0.endpoint?.pricing[.input]?.amount }
    #expect(prices == prices.sorted() && prices.count > 50)
  }

  @Test func `the cost of the workload is judged on the endpoint, and chooses it`() throws {
    let world = try Self.world.get()
    let workload = try Workload.parse("in=1k out=10k calls=1000")
    let context = QueryContext(
      now: Date(timeIntervalSince1970: 1_787_440_000), workload: workload, endpoints: world.table)
    let result = world.index.search(try Query.parse("cost<20 quant>=4 glm"), in: context)
    #expect(!result.isEmpty)
    for match in result.matches {
      let model = world.index.catalog.models[match.index]
      let costs = (world.rows[model.id] ?? []).filter { $0.bits != nil && $0.isStandard }
        .compactMap { row -> Decimal? in
          guard let input = row.price("input"), let output = row.price("output") else { return nil }
          // A million tokens of input and ten of output.
          return input + output * 10
        }
      let cost = match.context(in: world.index.catalog, workload: workload).model
      #expect(workload.monthlyCost(of: cost) == costs.min())
    }
  }

  @Test func `only what the other terms leave has to be fetched, aliases by their target`() throws {
    let world = try Self.world.get()
    let context = QueryContext(now: Date(timeIntervalSince1970: 1_787_440_000))
    let ids = world.index.endpointIDs(
      for: try Query.parse("author:anthropic on:amazon input<1 has:tools"), in: context)
    let expected = Set(
      world.models.filter { $0.author == "anthropic" }.map { $0.aliasTarget ?? $0.id })
    #expect(Set(ids) == expected && ids.count == expected.count)
  }
}
