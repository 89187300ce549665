import ModelCatalog

/// What a refresh brought, for people: a line for each model.
struct ChangesPage {
  let changes: CatalogChanges
  /// OpenRouter's models now.
  let total: Int
  /// Whether nothing was known before, so that all of them are new.
  let isFirst: Bool
  let styler: ANSIStyler

  var text: String {
    let summary = "\(CountText.of(total, "model")) on OpenRouter"
    guard !isFirst else { return "\(summary), nothing known before\n" }
    guard !changes.isEmpty else { return "\(summary), nothing changed\n" }
    let lines = ChangeLines(changes: changes, hasNoise: false, styler: styler)
    return "\(summary): \(lines.summary)\n" + lines.text
  }
}
