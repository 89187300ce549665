import Foundation
import ModelCatalog
import ModelText

/// A model with what a prompt means for it, as a row.
struct FittedModel: ListedRow {
  let fit: PromptFit

  var id: String { fit.model.id }

  var json: JSONValue {
    [
      "id": .text(id),
      "tokens": ["low": .integer(fit.tokens.lowerBound), "high": .integer(fit.tokens.upperBound)],
      "limit": JSONValue(fit.limit), "fits": .text(fit.answer.rawValue),
      "cost": fit.cost.map {
        ["low": .decimal($0.lowerBound), "high": .decimal($0.upperBound)]
      } ?? .null,
      "thresholds": .list(fit.thresholds.map(JSONValue.integer)),
    ]
  }

  /// For a person's eyes.
  static var forTables: [Column<FittedModel>] {
    [
      column("id", style: .title) { $0.model.id },
      column("tokens", isNumber: true) { TokenText.about($0.tokens) },
      column("limit", isNumber: true) { $0.limit.map(CountText.grouped) ?? "?" },
      column("fits") { $0.answer.words },
      column("cost", title: "$/CALL", isNumber: true, style: .price) { fit in
        fit.cost.map { CostText.perCall($0) } ?? "—"
      },
      column("note") { fit in
        fit.thresholds.map { "another price above \(CountText.grouped($0))" }
          .joined(separator: ", ")
      },
    ]
  }

  /// For programs: every number by itself.
  static var forPipes: [Column<FittedModel>] {
    [
      column("id") { $0.model.id },
      column("low", isNumber: true) { "\($0.tokens.lowerBound)" },
      column("high", isNumber: true) { "\($0.tokens.upperBound)" },
      column("limit", isNumber: true) { $0.limit.map(String.init) ?? "" },
      column("fits") { $0.answer.rawValue },
      column("costlow", isNumber: true) { $0.cost?.lowerBound.description ?? "" },
      column("costhigh", isNumber: true) { $0.cost?.upperBound.description ?? "" },
      column("thresholds") { $0.thresholds.map(String.init).joined(separator: ",") },
    ]
  }

  private static func column(
    _ name: String, title: String? = nil, isNumber: Bool = false, style: TextStyle = .plain,
    _ text: @escaping (PromptFit) -> String
  ) -> Column<FittedModel> {
    Column(
      name: name, title: title ?? name.uppercased(), isNumber: isNumber, style: style,
      shown: { text($0.fit) }, raw: { text($0.fit) })
  }
}
