import ModelCatalog
import ModelText

/// What differs between two catalogues, for people: a line for each model.
struct ChangeLines {
  let changes: CatalogChanges
  /// Whether what is no news is listed too.
  let hasNoise: Bool
  let styler: ANSIStyler

  /// `2 added, 1 removed, 3 changed, 5 more in descriptions`.
  var summary: String { ChangeCounts(changes).text }

  /// Those added, those removed, those changed, and one line for all whose prices only followed
  /// their schedule.
  var text: String {
    var text = ""
    for model in changes.added {
      let prices = model.priceSummary.map { "  \($0)" } ?? ""
      text += styler.paint("+", .good) + " \(model.id)\(prices)\n"
    }
    for model in changes.removed { text += styler.paint("-", .caution) + " \(model.id)\n" }
    var scheduled: [Model.ID] = []
    for change in changes.changed {
      let shown = hasNoise ? change.withoutScheduledPrices : change.news
      if let shown {
        let phrases = ChangeWords.phrases(shown.fields).map(\.text).joined(separator: "; ")
        text += styler.paint("~", .title) + " \(shown.id)  \(phrases)\n"
      } else if hasNoise {
        scheduled.append(change.id)
      }
    }
    if !scheduled.isEmpty {
      text += styler.paint("~", .title) + " scheduled prices: "
      text += scheduled.joined(separator: ", ") + "\n"
    }
    return text
  }
}
