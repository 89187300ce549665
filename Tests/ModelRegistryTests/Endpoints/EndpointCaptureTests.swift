import Foundation
import ModelCatalog
import Support
import Testing

@testable import ModelRegistry

/// Every endpoint of real bodies against an independent reading of its JSON.
@Suite(.enabled(if: EndpointBody.areCaptured, "../shared/captures/endpoints is not present"))
struct EndpointCaptureTests {
  private typealias Object = [String: Any]

  private struct Pair {
    let id: String
    let data: Object
    let row: Object
    let endpoint: Endpoint
  }

  private static let received = Date(timeIntervalSince1970: 1_787_440_000)

  private func pairs() throws -> [Pair] {
    var pairs: [Pair] = []
    for (id, body) in try EndpointBody.captured() {
      let json = try #require(try JSONSerialization.jsonObject(with: body) as? Object)
      let data = try #require(json["data"] as? Object)
      let rows = try #require(data["endpoints"] as? [Object])
      let read = try EndpointPayload.endpoints(from: body, of: id, received: Self.received)
      #expect(read.leftOut == 0 && read.fetched == Self.received)
      #expect(read.answeredID == (data["id"] as? String == id ? nil : data["id"] as? String))
      try #require(read.endpoints.count == rows.count, "\(id)")
      pairs += zip(rows, read.endpoints).map {
        Pair(id: id, data: data, row: $0, endpoint: $1)
      }
    }
    return pairs
  }

  @Test func `names, limits and health are those of the row`() throws {
    let pairs = try pairs()
    #expect(pairs.count == 1204)
    for pair in pairs {
      let (row, endpoint) = (pair.row, pair.endpoint)
      func number(_ name: String) -> Double? { (row[name] as? NSNumber)?.doubleValue }
      func tokens(_ name: String) -> Int? { (row[name] as? Int).flatMap { $0 == 0 ? nil : $0 } }
      #expect(endpoint.tag.description == row["tag"] as? String)
      #expect(endpoint.provider == row["provider_name"] as? String)
      #expect(endpoint.modelID == row["model_id"] as? String)
      #expect(endpoint.contextLength == tokens("context_length"))
      #expect(endpoint.maxInput == tokens("max_prompt_tokens"))
      #expect(endpoint.maxOutput == tokens("max_completion_tokens"))
      let quantization = row["quantization"] as? String
      #expect(endpoint.quantization == (quantization == "unknown" ? nil : quantization))
      #expect(endpoint.supportedParameters == (row["supported_parameters"] as? [String])?.sorted())
      // The other reader writes the bodies anew, and may write another last digit.
      #expect(isSame(endpoint.health.uptime30m, number("uptime_last_30m")))
      #expect(isSame(endpoint.health.uptime1d, number("uptime_last_1d")))
      #expect(endpoint.health.latency == nil && endpoint.health.throughput == nil)
    }
  }

  private func isSame(_ left: Double?, _ right: Double?) -> Bool {
    guard let left, let right else { return left == right }
    return abs(left - right) < 1e-12 * max(left, right, 1)
  }

  @Test func `each price is the row's amount in its unit, and the discount is no price`() throws {
    for pair in try pairs() {
      var row = pair.row
      row["id"] = pair.id
      row["architecture"] = pair.data["architecture"]
      let expected = ExpectedPrices(row: row)
      let pricing = pair.endpoint.pricing
      let read = Dictionary(
        uniqueKeysWithValues: pricing.prices.map { kind, price in
          (
            kind.rawValue,
            ExpectedPrices.Amount(value: price.amount(per: kind), unit: kind.unit.words)
          )
        })
      #expect(read == expected.known, "\(pair.id) \(pair.endpoint.tag)")
      #expect(pricing.other.mapValues(\.amount) == expected.other, "\(pair.id)")
      let prices = pair.row["pricing"] as? Object ?? [:]
      let overrides = prices["overrides"] as? [Object] ?? []
      #expect(pricing.overrides.count == overrides.count)
      let discount = try #require(prices["discount"] as? NSNumber).stringValue
      #expect(pair.endpoint.discount == (discount == "0" ? nil : Decimal(string: discount)))
    }
  }

  /// Counted beforehand with another program (python3 and the rules of the tag).
  @Test func `regions and tiers are those of the tags`() throws {
    let tags = try pairs().map(\.endpoint.tag)
    let tiers = Dictionary(grouping: tags.compactMap(\.tier)) { $0 }.mapValues(\.count)
    #expect(tiers == [.flex: 57, .priority: 60])
    let regions = Dictionary(grouping: tags.compactMap(\.region)) { $0 }.mapValues(\.count)
    #expect(
      regions == [
        "global": 78, "us": 28, "eu": 14, "eu-west-1": 13, "europe": 9, "swedencentral": 8,
        "us-east-1": 7, "us-east5": 5, "us-south1": 3, "us-central1": 2, "us-west2": 1,
        "us-east-2": 1,
      ])
    #expect(tags.count { $0.isInRegion("eu") } == 14 + 13 + 9 + 8)
    #expect(tags.count { $0.isInRegion("us") } == 28 + 7 + 5 + 3 + 2 + 1 + 1)
  }

  /// `pairs` are grouped by model; the list's promise is the union of its endpoints (as it is in
  /// every list, by reference/choosing.md 1).
  @Test func `what is missing is what the union of all endpoints has`() throws {
    var incomplete = 0
    var compared = 0
    for (id, group) in Dictionary(grouping: try pairs(), by: \.id) {
      let all = group.flatMap { $0.row["supported_parameters"] as? [String] ?? [] }
      let context = group.compactMap { $0.row["context_length"] as? Int }.max()
      var model = Model(id: id, source: .openRouter, name: id, author: "")
      model.supportedParameters = Array(Set(all)).sorted()
      model.contextLength = context == 0 ? nil : context
      let promise = ListPromise(of: model)
      for pair in group {
        let own = pair.row["supported_parameters"] as? [String] ?? []
        var expected = ["structured_outputs", "tools"].filter {
          all.contains($0) && !own.contains($0)
        }
        let reasoning: Set = ["reasoning", "include_reasoning"]
        if !reasoning.isDisjoint(with: all), reasoning.isDisjoint(with: own) {
          expected.insert("reasoning", at: 0)
        }
        if let context, context > 0, pair.row["context_length"] as? Int ?? 0 < context {
          expected.append("context")
        }
        #expect(promise.missing(in: pair.endpoint) == expected, "\(id) \(pair.endpoint.tag)")
      }
      let standard = group.filter { $0.endpoint.tag.tier == nil }
      guard standard.count > 1 else { continue }
      compared += 1
      if !standard.contains(where: { promise.missing(in: $0.endpoint).isEmpty }) { incomplete += 1 }
    }
    // Counted beforehand with another program.
    #expect(incomplete == 21 && compared == 158)
  }

  @Test func `what is written is read back equal`() throws {
    for (id, body) in try EndpointBody.captured() {
      let read = try EndpointPayload.endpoints(from: body, of: id, received: Self.received)
      var model = Model(id: id, source: .openRouter, name: "A model", author: "a")
      let json = try JSONSerialization.jsonObject(with: body) as? Object
      let architecture = (json?["data"] as? Object)?["architecture"] as? Object
      model.outputModalities = (architecture?["output_modalities"] as? [String] ?? [])
        .map(Modality.init)
      let written = EndpointPayload.body(of: read, model: model)
      let again = try EndpointPayload.endpoints(
        from: written, of: id, received: Self.received + 500)
      #expect(again.endpoints == read.endpoints, "\(id)")
      #expect(again.fetched == read.fetched)
    }
  }
}
