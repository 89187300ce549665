import ModelCatalog
import ModelText

/// What a workload costs with one model, as text: a line for each part, then the sums.
struct CostPage {
  let model: Model
  let workload: Workload
  let styler: ANSIStyler

  /// With the model's name and id above.
  var text: String {
    styler.paint(model.name, .strong) + "  " + styler.paint(model.id, .title) + "\n" + lines
  }

  /// As a section of a page that names the model.
  var section: String {
    styler.paint("Cost", .strong) + "  " + styler.paint("\(workload)", .faint) + "\n" + lines
  }

  private var lines: String {
    let cost = CostLines(of: model, under: workload)
    let nameWidth = cost.lines.reduce(0) { max($0, CellWidth.of($1.words)) }
    let priceWidth = cost.lines.reduce(0) { max($0, CellWidth.of($1.price)) }
    func gap(_ text: String, _ width: Int) -> String {
      String(repeating: " ", count: width - CellWidth.of(text))
    }
    let lines = cost.lines.map { line in
      "  " + line.words + gap(line.words, nameWidth) + "  "
        + styler.paint(line.price, .faint) + gap(line.price, priceWidth) + "  "
        + styler.paint(line.amount, line.isSum ? .price : .plain) + "\n"
    }
    return lines.joined() + cost.notes.map { styler.paint("  \($0)", .faint) + "\n" }.joined()
  }
}
