import ModelCatalog

/// What differs between two catalogues, for people: a line for each model.
struct ChangeLines {
  let changes: CatalogChanges
  let styler: ANSIStyler

  /// `2 added, 1 removed, 3 changed`; "nothing changed" if nothing did.
  var summary: String {
    let counts = [
      (changes.added.count, "added"), (changes.removed.count, "removed"),
      (changes.changed.count, "changed"),
    ]
    let news = counts.filter { $0.0 > 0 }.map { "\(CountText.grouped($0.0)) \($0.1)" }
    return news.isEmpty ? "nothing changed" : news.joined(separator: ", ")
  }

  /// Those that came, that went, that changed, and one line for all whose prices only followed the
  /// hour of the day.
  var text: String {
    var text = ""
    for model in changes.added {
      text += styler.paint("+", .good) + " \(model.id)\(Self.prices(of: model))\n"
    }
    for model in changes.removed { text += styler.paint("-", .caution) + " \(model.id)\n" }
    var scheduled: [Model.ID] = []
    for change in changes.changed {
      guard let rest = change.withoutScheduledPrices else {
        scheduled.append(change.id)
        continue
      }
      let differences = rest.fields.map(DifferenceWords.words).joined(separator: "; ")
      text += styler.paint("~", .title) + " \(rest.id)  \(differences)\n"
    }
    if !scheduled.isEmpty {
      text += styler.paint("~", .title) + " prices by the hour of the day: "
      text += scheduled.joined(separator: ", ") + "\n"
    }
    return text
  }

  private static func prices(of model: Model) -> String {
    guard !model.isFree else { return "  free" }
    guard let input = model.pricing[.input], let output = model.pricing[.output] else { return "" }
    return "  \(PriceText.short(input)) in, \(PriceText.short(output)) out"
  }
}
