import ModelCatalog
import ModelText

/// The result of a refresh, for people: a line for each model.
struct ChangesPage {
  let changes: CatalogChanges
  /// OpenRouter's models now.
  let total: Int
  /// Whether this was the first fetch, so that all models are new.
  let isFirst: Bool
  let styler: ANSIStyler

  var text: String {
    let summary = "\(CountText.of(total, "model")) on OpenRouter"
    guard !isFirst else { return "\(summary), fetched for the first time\n" }
    guard !changes.isEmpty else { return "\(summary), nothing changed\n" }
    let lines = ChangeLines(changes: changes, hasNoise: false, styler: styler)
    return "\(summary): \(lines.summary)\n" + lines.text
  }
}
