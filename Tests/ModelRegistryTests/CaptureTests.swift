import Foundation
import ModelCatalog
import Support
import Testing

@testable import ModelRegistry

/// Every real body beside the project against an independent reading of its JSON.
///
/// Without `../shared/captures` there is nothing to compare, and the tests are skipped.
@Suite(.enabled(if: !Captures.listings.isEmpty, "../shared/captures is not present"))
struct CaptureTests {
  private typealias Object = [String: Any]

  private func both(_ name: String) throws -> [(row: Object, model: Model)] {
    let body = try Captures.body(name)
    let listing = try OpenRouterPayload.listing(from: body)
    let json = try #require(try JSONSerialization.jsonObject(with: body) as? Object)
    let rows = try #require(json["data"] as? [Object])
    #expect(listing.skipped == [])
    #expect(listing.body == [UInt8](body))
    #expect(listing.models.map(\.id) == rows.compactMap { $0["id"] as? String })
    try #require(listing.models.count == rows.count)
    return Array(zip(rows, listing.models)).map { (row: $0.0, model: $0.1) }
  }

  private func object(_ row: Object, _ name: String) -> Object { row[name] as? Object ?? [:] }

  @Test(arguments: Captures.listings)
  func `each price is the row's amount in its unit`(name: String) throws {
    for (row, model) in try both(name) {
      let expected = ExpectedPrices(row: row)
      let read = Dictionary(
        uniqueKeysWithValues: model.pricing.prices.map { kind, price in
          (
            kind.rawValue,
            ExpectedPrices.Amount(value: price.amount(per: kind), unit: kind.unit.words)
          )
        })
      #expect(read == expected.known, "\(model.id)")
      #expect(model.pricing.other.mapValues(\.amount) == expected.other, "\(model.id)")
      #expect(model.isFree == expected.isFree, "\(model.id)")
    }
  }

  @Test(arguments: Captures.listings)
  func `each override has the row's conditions and digits`(name: String) throws {
    for (row, model) in try both(name) {
      let overrides = object(row, "pricing")["overrides"] as? [Object] ?? []
      try #require(model.pricing.overrides.count == overrides.count, "\(model.id)")
      for (override, raw) in zip(model.pricing.overrides, overrides) {
        var conditions: [PriceOverride.Condition] = []
        if let limit = raw["min_prompt_tokens"] as? Int {
          conditions.append(.promptTokens(above: limit))
        }
        if let from = raw["utc_start"] as? Int, let until = raw["utc_end"] as? Int {
          func minutes(_ clock: Int) -> Int { clock / 100 * 60 + clock % 100 }
          conditions.append(.utcMinutes(from: minutes(from), until: minutes(until)))
        }
        #expect(override.conditions == conditions, "\(model.id)")
        let amounts = raw.compactMapValues { ($0 as? String).flatMap { Decimal(string: $0) } }
        let read = Dictionary(
          uniqueKeysWithValues: override.prices.map { ($0.key.upstreamKey, $0.value.amount) })
        #expect(read == amounts, "\(model.id)")
      }
    }
  }

  @Test(arguments: Captures.listings)
  func `numbers, dates and flags are those of the body`(name: String) throws {
    func positive(_ value: Any?) -> Int? { (value as? Int).flatMap { $0 > 0 ? $0 : nil } }
    for (row, model) in try both(name) {
      let top = object(row, "top_provider")
      #expect(model.contextLength == positive(row["context_length"]), "\(model.id)")
      let provided = positive(top["context_length"])
      #expect(
        model.providerContextLength == (provided == model.contextLength ? nil : provided),
        "\(model.id)")
      #expect(model.maxOutput == positive(top["max_completion_tokens"]), "\(model.id)")
      #expect(model.isModerated == top["is_moderated"] as? Bool, "\(model.id)")
      #expect(model.created?.timeIntervalSince1970 == row["created"] as? Double, "\(model.id)")
      #expect(
        model.knowledgeCutoff?.description == row["knowledge_cutoff"] as? String, "\(model.id)")
      let expiry = (row["expiration_date"] as? String).flatMap { $0 < "2091" ? $0 : nil }
      #expect(model.expirationDate?.description == expiry, "\(model.id)")
    }
  }

  @Test(arguments: Captures.listings)
  func `names and lists are those of the body`(name: String) throws {
    func known(_ value: Any?) -> String? { (value as? String).flatMap { $0.isEmpty ? nil : $0 } }
    for (row, model) in try both(name) {
      let architecture = object(row, "architecture")
      let words = (row["name"] as? String ?? "").split(separator: " ").joined(separator: " ")
      #expect(model.name == words, "\(model.id)")
      #expect(
        Set(model.inputModalities.map(\.name))
          == Set(architecture["input_modalities"] as? [String] ?? []), "\(model.id)")
      #expect(
        Set(model.outputModalities.map(\.name))
          == Set(architecture["output_modalities"] as? [String] ?? []), "\(model.id)")
      #expect(model.tokenizer == known(architecture["tokenizer"]), "\(model.id)")
      #expect(model.instructType == known(architecture["instruct_type"]), "\(model.id)")
      #expect(
        model.supportedParameters == (row["supported_parameters"] as? [String])?.sorted(),
        "\(model.id)")
      #expect(model.supportedVoices == row["supported_voices"] as? [String] ?? [], "\(model.id)")
      #expect(model.canonicalSlug == known(row["canonical_slug"]), "\(model.id)")
      #expect(model.huggingFaceID == known(row["hugging_face_id"]), "\(model.id)")
      #expect(model.aliasTarget == known(object(row, "alias_target")["slug"]), "\(model.id)")
      #expect((model.description == nil) == (known(row["description"]) == nil), "\(model.id)")
    }
  }

  @Test(arguments: Captures.listings)
  func `reasoning, defaults and scores are those of the body`(name: String) throws {
    for (row, model) in try both(name) {
      let reasoning = row["reasoning"] as? Object
      #expect((model.reasoning == nil) == (reasoning == nil), "\(model.id)")
      #expect(
        Set(model.reasoning?.efforts ?? [])
          == Set(reasoning?["supported_efforts"] as? [String] ?? []), "\(model.id)")
      #expect(
        model.defaultParameters
          == object(row, "default_parameters").compactMapValues { $0 as? Double }, "\(model.id)")
      let benchmarks = object(row, "benchmarks")
      let analysis = object(benchmarks, "artificial_analysis")
      #expect(
        model.benchmarks?.intelligence == analysis["intelligence_index"] as? Double,
        "\(model.id)")
      #expect(
        (model.benchmarks?.arenas ?? []).map(\.rank)
          == (benchmarks["design_arena"] as? [Object] ?? []).map { $0["rank"] as? Int },
        "\(model.id)")
    }
  }

  @Test
  func `two captures a day apart differ by what is known of them`() throws {
    func catalog(_ name: String) throws -> Catalog {
      Catalog(try OpenRouterPayload.listing(from: try Captures.body(name)).models)
    }
    let changes = CatalogChanges(
      from: try catalog("openrouter-20260731.json"),
      to: try catalog("openrouter-20260801.json"))
    #expect(changes.added.count == 1)
    #expect(changes.removed.count == 29)
    let priced = changes.changed.filter { change in
      change.fields.contains { $0.field.topic == .price }
    }
    #expect(priced.count == 2)
  }

  @Test(
    .enabled(
      if: Set(Captures.listings).isSuperset(of: [
        "openrouter-20260801.json", "openrouter-20260821.json",
      ]), "../shared/captures is not present"))
  func `the history and two lists agree on what is news`() async throws {
    let directory = try TemporaryDirectory()
    let history = CatalogHistory(directory: directory.path)
    let (first, second) = (
      Date(timeIntervalSince1970: 1_785_542_400), Date(timeIntervalSince1970: 1_787_270_400)
    )
    let old = try OpenRouterPayload.listing(from: Captures.body("openrouter-20260801.json"))
    let new = try OpenRouterPayload.listing(from: Captures.body("openrouter-20260821.json"))
    try await history.insert(old, at: first)
    try await history.insert(new, at: second)
    let changes = CatalogChanges(from: Catalog(old.models), to: Catalog(new.models))
    let counts = ChangeCounts(changes)
    #expect(counts.added == 87 && counts.removed == 3)
    #expect(counts.changed > 0 && counts.minor > 0)
    #expect(counts.changed + counts.minor == changes.changed.count)
    let news = try await history.entries(since: second).compactMap(\.news)
    func ids(_ isWanted: (HistoryEntry.Kind) -> Bool) -> Set<Model.ID> {
      Set(news.filter { isWanted($0.kind) }.map(\.id))
    }
    #expect(ids { if case .added = $0 { true } else { false } }.count == counts.added)
    #expect(ids { if case .removed = $0 { true } else { false } }.count == counts.removed)
    let changed = Set(changes.news.changed.map(\.id))
    #expect(ids { if case .changed = $0 { true } else { false } } == changed)
    #expect(try await history.changes(from: first, to: second) == changes)
    #expect(Set(try await history.changed(since: second).keys) == changed)
  }
}
