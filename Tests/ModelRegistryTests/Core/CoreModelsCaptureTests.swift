import Foundation
import ModelCatalog
import ModelRegistry
import Testing

private let capture = URL(filePath: #filePath)
  .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
  .deletingLastPathComponent().appending(path: "../shared/captures/openrouter-20260821.json")

/// Compares the core list with an independent reading of the capture that its facts are from.
///
/// The captures lie beside the checkout; without them these tests are skipped, and
/// ``CoreModelsTests`` alone guards the list.
@Suite(
  .enabled(
    if: FileManager.default.fileExists(atPath: capture.path), "../shared/captures is absent"))
struct CoreModelsCaptureTests {
  private let rows: [String: [String: Any]]
  /// Each model that has a row, with it.
  private let pairs: [(model: Model, row: [String: Any])]

  init() throws {
    let body = try JSONSerialization.jsonObject(with: Data(contentsOf: capture))
    let list = try #require((body as? [String: Any])?["data"] as? [[String: Any]])
    let rows = Dictionary(list.map { ($0["id"] as? String ?? "", $0) }) { first, _ in first }
    self.rows = rows
    pairs = CoreModels.models.compactMap { model in
      model.openRouterID.flatMap { rows[$0] }.map { (model, $0) }
    }
  }

  @Test func `every counterpart is in the capture`() {
    #expect(rows.count == 420)
    #expect(pairs.count == CoreModels.models.count { $0.openRouterID != nil })
  }

  @Test func `a model whose own id the capture has knows its counterpart`() {
    for model in CoreModels.models where rows["\(model.author)/\(model.id)"] != nil {
      #expect(model.openRouterID == "\(model.author)/\(model.id)")
    }
  }

  @Test func `every fact is its row's`() throws {
    for (model, row) in pairs {
      let id = Comment(rawValue: model.id)
      let name = try #require(row["name"] as? String)
      // The row calls it just "R1", which says nothing without its author.
      let expected = model.id == "deepseek-reasoner" ? "DeepSeek R1" : Self.short(name)
      #expect(model.name == expected, id)
      #expect(model.openRouterID?.hasPrefix("\(model.author)/") == true, id)
      #expect(model.contextLength == row["context_length"] as? Int, id)
      let provider = try #require(row["top_provider"] as? [String: Any])
      #expect(model.maxOutput == provider["max_completion_tokens"] as? Int, id)
      let created = try #require(row["created"] as? Double)
      #expect(model.created == CalendarDay(Date(timeIntervalSince1970: created)).start, id)
      #expect(model.knowledgeCutoff?.description == row["knowledge_cutoff"] as? String, id)
      let architecture = try #require(row["architecture"] as? [String: Any])
      let inputs = Set(model.inputModalities.map(\.name))
      #expect(inputs == Self.set(architecture["input_modalities"]), id)
      let outputs = Set(model.outputModalities.map(\.name))
      #expect(outputs == Self.set(architecture["output_modalities"]), id)
      #expect(Set(model.supportedParameters ?? []) == Self.set(row["supported_parameters"]), id)
      #expect(row["expiration_date"] is NSNull, id)
    }
  }

  @Test func `every price is its row's to the last digit`() throws {
    for (model, row) in pairs {
      let id = Comment(rawValue: model.id)
      let pricing = try #require(row["pricing"] as? [String: Any])
      #expect(Self.amounts(model.pricing.prices) == Self.amounts(pricing), id)
      let overrides = pricing["overrides"] as? [[String: Any]] ?? []
      let own = model.pricing.overrides
      #expect(own.map { Self.amounts($0.prices) } == overrides.map(Self.amounts), id)
      let conditions = overrides.map { override in
        PriceOverride.Condition.promptTokens(above: override["min_prompt_tokens"] as? Int ?? 0)
      }
      #expect(own.map(\.conditions) == conditions.map { [$0] }, id)
    }
  }

  @Test func `each reasons as its row says`() throws {
    for (model, row) in pairs {
      let id = Comment(rawValue: model.id)
      let reasoning = row["reasoning"] as? [String: Any]
      #expect(model.reasoning?.isMandatory == reasoning?["mandatory"] as? Bool, id)
      // Upstream names them from most to least.
      let efforts = (reasoning?["supported_efforts"] as? [String] ?? []).reversed()
      #expect(model.reasoning?.efforts ?? [] == Array(efforts), id)
      #expect(model.reasoning?.defaultEffort == reasoning?["default_effort"] as? String, id)
      #expect(model.reasoning?.isDefault == reasoning?["default_enabled"] as? Bool, id)
    }
  }

  @Test func `OpenRouter's rows and the core list name efforts from least to most`() throws {
    let listing = try OpenRouterPayload.listing(from: Data(contentsOf: capture))
    #expect(listing.models.count == rows.count)
    for model in listing.models {
      let reasoning = rows[model.id]?["reasoning"] as? [String: Any]
      let efforts = (reasoning?["supported_efforts"] as? [String] ?? []).reversed()
      #expect(model.reasoning?.efforts ?? [] == Array(efforts), Comment(rawValue: model.id))
    }
    let read = Dictionary(uniqueKeysWithValues: listing.models.map { ($0.id, $0.reasoning) })
    for (model, row) in pairs {
      let id = try #require(row["id"] as? String)
      #expect(model.reasoning == read[id], Comment(rawValue: model.id))
    }
  }

  private static func short(_ name: String) -> String {
    name.split(separator: ": ", maxSplits: 1).last.map(String.init) ?? name
  }

  private static func set(_ value: Any?) -> Set<String> { Set(value as? [String] ?? []) }

  /// Plain decimal text by upstream's names.
  private static func amounts(_ prices: [PriceKind: Price]) -> [String: String] {
    Dictionary(
      uniqueKeysWithValues: prices.map { kind, price in
        (kind.upstreamKey, price.amount.map { "\($0)" } ?? "varies")
      })
  }

  private static func amounts(_ pricing: [String: Any]) -> [String: String] {
    pricing.compactMapValues { $0 as? String }
  }
}
