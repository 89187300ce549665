import ModelCatalog

/// One model as a row of a Markdown table.
enum MarkdownRow {
  private static let facts = ["id", "context", "input", "output", "created", "abilities"]
    .compactMap { FactTable[$0] }

  /// The row alone: the head of its table is that of `modeldex list --format markdown`.
  static func text(of model: Model, in catalog: Catalog, workload: Workload?) -> String {
    let context = FactContext(model: model, catalog: catalog, workload: workload)
    let cells = facts.map { fact in
      Markdown.escaped(fact.cell(in: context) ?? (fact.kind.isNumber ? "?" : ""))
    }
    return "| " + cells.joined(separator: " | ") + " |\n"
  }
}
