import ModelCatalog

/// What a refresh brought, for people: a line for each model.
struct ChangesPage {
  let changes: CatalogChanges
  /// OpenRouter's models now.
  let total: Int
  /// Whether nothing was known before, so that all of them are new.
  let isFirst: Bool
  let ink: Ink

  var text: String {
    let summary = "\(CountText.of(total, "model")) on OpenRouter"
    guard !isFirst else { return "\(summary), nothing known before\n" }
    guard !changes.isEmpty else { return "\(summary), nothing changed\n" }
    let counts = [
      (changes.added.count, "came"), (changes.removed.count, "went"),
      (changes.changed.count, "changed"),
    ]
    let news = counts.filter { $0.0 > 0 }.map { "\(CountText.grouped($0.0)) \($0.1)" }
    var text = "\(summary): \(news.joined(separator: ", "))\n"
    for model in changes.added {
      text += ink.paint("+", .good) + " \(model.id)\(Self.prices(of: model))\n"
    }
    for model in changes.removed { text += ink.paint("-", .caution) + " \(model.id)\n" }
    for change in changes.changed {
      let differences = change.fields.map(Self.words).joined(separator: "; ")
      text += ink.paint("~", .title) + " \(change.id)  \(differences)\n"
    }
    return text
  }

  private static func prices(of model: Model) -> String {
    guard !model.isFree else { return "  free" }
    guard let input = model.pricing[.input], let output = model.pricing[.output] else { return "" }
    return "  \(PriceText.short(input)) in, \(PriceText.short(output)) out"
  }

  private static func words(_ difference: ModelChange.Difference) -> String {
    let name = FieldWords.name(of: difference.field)
    guard let old = FieldWords.words(difference.old), let new = FieldWords.words(difference.new)
    else { return name }
    return "\(name) \(old) → \(new)"
  }
}
