import Foundation
import ModelCatalog
import Support
import Testing

@testable import ModelRegistry

struct CoreFactsTests {
  @Test func `every row of the core list is read, and says only what is known`() {
    #expect(CoreModels.rows.map(\.id) == CoreModels.models.map(\.id))
    for row in CoreModels.rows { #expect(!row.row.contains("null"), "\(row.id)") }
  }

  @Test(arguments: ["", "{}", "[]", #"{"id": "a/b", "pricing": {}} x"#, #"{"id": "a/b", "pric"#])
  func `what is no row is no model`(row: String) {
    #expect(CoreRow("b", row).model == nil)
  }

  @Test func `every stored property of every core model is as it was recorded`() throws {
    try Golden.expect(
      CoreModels.models.map(Self.properties).joined(separator: "\n\n"), matches: "CoreModels",
      in: "Facts")
  }

  /// What is known of a model, a line per stored property; a price in USD per unit of its kind.
  private static func properties(_ model: Model) -> String {
    Mirror(reflecting: model).children.flatMap { child in
      lines(child.label ?? "", child.value)
    }.joined(separator: "\n")
  }

  private static func lines(_ name: String, _ value: Any) -> [String] {
    switch value {
    case let pricing as Pricing:
      return prices("price", pricing.prices, pricing.other)
        + pricing.overrides.flatMap { override in
          let conditions = override.conditions.map(text).joined(separator: ", ")
          return prices("price \(conditions)", override.prices, override.other)
        }
    case let names as [String]?:
      return names.map { $0.isEmpty ? [] : ["\(name): \($0.joined(separator: " "))"] } ?? []
    // Behind the texts, because an empty array is one of any type.
    case let modalities as [Modality]:
      return ["\(name): \(modalities.map(\.name).joined(separator: " "))"]
    case let reasoning as Model.Reasoning?:
      return reasoning.map { reasoning in
        let isDefault = reasoning.isDefault.map { "\($0)" } ?? "unknown"
        return [
          "\(name): mandatory \(reasoning.isMandatory), default \(isDefault), effort "
            + "\(reasoning.defaultEffort ?? "unknown") of [\(reasoning.efforts.joined(separator: " "))]"
        ]
      } ?? []
    case let date as Date?:
      return date.map { ["\(name): \(Int($0.timeIntervalSince1970))"] } ?? []
    case let defaults as [String: Double]:
      return defaults.sorted { $0.key < $1.key }.map { "\(name): \($0.key) \($0.value)" }
    default:
      let optional = Mirror(reflecting: value)
      guard optional.displayStyle == .optional else { return ["\(name): \(value)"] }
      return optional.children.first.map { ["\(name): \($0.value)"] } ?? []
    }
  }

  private static func text(_ condition: PriceOverride.Condition) -> String {
    if case .promptTokens(let limit) = condition { "above \(limit) tokens" } else { "unexpected" }
  }

  private static func prices(
    _ name: String, _ known: [PriceKind: Price], _ other: [String: Price]
  ) -> [String] {
    let all =
      known.map { ("\($0.key)", $0.value) } + other.map { ("other \($0.key)", $0.value) }
    return all.sorted { $0.0 < $1.0 }.map { kind, price in
      "\(name) \(kind): \(price.amount.map { "\($0)" } ?? "varies")"
    }
  }
}
