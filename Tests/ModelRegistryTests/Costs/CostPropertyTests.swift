import Foundation
import ModelCatalog
import ModelRegistry
import Support
import Testing

/// The cost of every row of every capture under random workloads, against a calculation from the
/// raw row that goes through the week minute by minute.
@Suite(.enabled(if: !Captures.listings.isEmpty, "../shared/captures is not present"))
struct CostPropertyTests {
  @Test(arguments: Captures.listings)
  func `every row costs what its raw prices give`(name: String) throws {
    let body = try Captures.body(name)
    let models = try OpenRouterPayload.listing(from: body).models
    let json = try JSONSerialization.jsonObject(with: body) as? [String: Any]
    let rows = try #require(json?["data"] as? [[String: Any]])
    try #require(rows.count == models.count)
    var random = SeededRandom(seed: 14)
    let workloads = (0..<10).map { _ in RandomWorkload(using: &random) }
    var known = 0
    for (row, model) in zip(rows, models) {
      let raw = RawPrices(row: row)
      for random in workloads {
        let workload = try Workload.parse(random.text)
        let expected = raw.monthlyCost(random)
        let cost = workload.monthlyCost(of: model)
        guard let expected else {
          #expect(cost == nil, "\(model.id) under \(random.text)")
          continue
        }
        let found = try #require(cost, "\(model.id) under \(random.text)")
        let isEqual = abs(found - expected) <= expected / 1_000_000_000_000_000
        #expect(isEqual, "\(model.id) under \(random.text): \(found), not \(expected)")
        known += 1
      }
    }
    #expect(known > models.count * 5)
  }
}

/// A workload as numbers and as text.
private struct RandomWorkload {
  let input, output, callsPerDay, searches, from, until: Int
  /// Per cent.
  let cached, written: Int

  init(using random: inout SeededRandom) {
    input = [0, 900, 40_000, 130_000, 260_000, 300_000].randomElement(using: &random) ?? 0
    output = Int.random(in: 1...8000, using: &random)
    callsPerDay = Int.random(in: 1...100_000, using: &random)
    searches = Int.random(in: 0...2, using: &random)
    cached = Int.random(in: 0...100, using: &random)
    written = Int.random(in: 0...(100 - cached), using: &random)
    from = Int.random(in: 0...23, using: &random)
    let length = Int.random(in: 1...24, using: &random)
    until = length == 24 && from != 0 ? (from + 23) % 24 : (from + length) % 24
  }

  var text: String {
    "in=\(input) out=\(output) calls=\(callsPerDay)/day cached=\(cached)% written=\(written)% "
      + "searches=\(searches) hours=\(from)-\(until)"
  }

  /// Minutes of the day in UTC.
  var minutes: [Int] {
    let end = until == 0 ? 24 * 60 : until * 60
    return from * 60 < end
      ? Array(from * 60..<end) : Array(from * 60..<24 * 60) + Array(0..<end)
  }
}

/// The prices of a row as upstream sends them.
private struct RawPrices {
  private let id: String
  private let isText: Bool
  private let isTextAlone: Bool
  private let prices: [String: Decimal]
  private let overrides: [[String: Any]]

  init(row: [String: Any]) {
    id = row["id"] as? String ?? ""
    let architecture = row["architecture"] as? [String: Any] ?? [:]
    let outputs =
      architecture["output_modalities"] as? [String]
      ?? (architecture["modality"] as? String ?? "->text").components(separatedBy: "->").suffix(1)
      .flatMap { $0.components(separatedBy: "+") }
    isText = outputs.contains("text")
    isTextAlone = outputs == ["text"]
    let pricing = row["pricing"] as? [String: Any] ?? [:]
    prices = Self.amounts(pricing)
    overrides = pricing["overrides"] as? [[String: Any]] ?? []
  }

  private static func amounts(_ object: [String: Any]) -> [String: Decimal] {
    object.compactMapValues { ($0 as? String).flatMap { Decimal(string: $0) } }
  }

  /// USD; nil where there is none.
  func monthlyCost(_ workload: RandomWorkload) -> Decimal? {
    guard isText else { return nil }
    guard overrides.contains(where: { $0["utc_start"] != nil }) else {
      return callCost(workload, at: 0).map { $0 * Decimal(workload.callsPerDay * 30) }
    }
    let costs = workload.minutes.map { callCost(workload, at: $0) }
    guard costs.allSatisfy({ $0 != nil }) else { return nil }
    let sum = costs.reduce(Decimal(0)) { $0 + ($1 ?? 0) }
    return sum * Decimal(workload.callsPerDay * 30) / Decimal(costs.count)
  }

  private func callCost(_ workload: RandomWorkload, at minute: Int) -> Decimal? {
    var now = prices
    for override in overrides where holds(override, workload, minute) {
      now.merge(Self.amounts(override)) { _, later in later }
    }
    let isFreeVariant = id.hasSuffix(":free")
    guard let prompt = now["prompt"], let completion = now["completion"] else { return nil }
    guard prompt >= 0, completion >= 0 else { return nil }
    // A zero of what gives more than text is unknown.
    if !isTextAlone, !isFreeVariant, prompt == 0 || completion == 0 { return nil }
    func known(_ key: String) -> Decimal? { now[key].flatMap { $0 > 0 ? $0 : nil } }
    let percent = Decimal(workload.input) / 100
    let write = known("input_cache_write")
    let isGoogle = id.hasPrefix("google/") || id.hasPrefix("~google/")
    let read = percent * Decimal(workload.cached)
    let written = percent * Decimal(workload.written)
    var cost = (Decimal(workload.input) - read - written) * prompt
    cost += read * (known("input_cache_read") ?? prompt)
    cost += written * (write.map { isGoogle ? prompt + $0 : $0 } ?? prompt)
    cost += Decimal(workload.output) * completion
    cost += Decimal(workload.searches) * (known("web_search") ?? 0)
    return cost + (known("request") ?? 0)
  }

  private func holds(
    _ override: [String: Any], _ workload: RandomWorkload, _ minute: Int
  ) -> Bool {
    if let limit = override["min_prompt_tokens"] as? Int, workload.input <= limit { return false }
    guard let start = override["utc_start"] as? Int, let end = override["utc_end"] as? Int else {
      return true
    }
    let (from, until) = (start / 100 * 60 + start % 100, end / 100 * 60 + end % 100)
    return from <= until
      ? (from..<until).contains(minute) : minute >= from || minute < until
  }
}
