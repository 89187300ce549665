import ModelCatalog
import ModelText

/// All that is known of one model, as a page to read.
struct ModelPage {
  let model: Model
  let catalog: Catalog
  let workload: Workload?
  let today: CalendarDay
  let styler: ANSIStyler
  /// In cells.
  let width: Int

  var text: String {
    let sections = [
      heading, limits.text(styler), PriceTable(model: model, styler: styler).text, cost, rows,
      description, more.text(styler), scoreSource,
    ]
    return sections.filter { !$0.isEmpty }.joined(separator: "\n")
  }

  // MARK: - Sections

  private var cost: String {
    guard let workload else { return "" }
    return CostPage(model: model, workload: workload, styler: styler).section
  }

  private var scoreSource: String {
    let sources = ScoreSource.of(model)
    return sources.isEmpty ? "" : styler.paint(ScoreSource.line(sources), .faint) + "\n"
  }

  private var heading: String {
    let heading = PageHeading(of: model, today: today)
    let id = model.pageURL.map { styler.link(model.id, to: $0) } ?? model.id
    let line = [styler.paint(heading.name, .strong)] + heading.flags.map(painted)
    return line.joined(separator: "  ") + "\n" + styler.paint(id, .title) + "\n"
  }

  private func painted(_ flag: PageHeading.Flag) -> String {
    switch flag {
    case .free: styler.paint(flag.text, .good)
    case .retired, .removed, .expiring: styler.paint(flag.text, .caution)
    case .alias: flag.text
    }
  }

  private var limits: FactList {
    var facts = FactList(width: width)
    if model.contextLength == nil { facts.add("Context", "unknown") }
    add(.limits, to: &facts)
    facts.add("Abilities", catalog.abilityWords(of: model).joined(separator: " "), .ability)
    facts.add("Successor", catalog.successor(of: model).map { "likely \($0.id)" })
    return facts
  }

  private func add(_ section: FactSection, to facts: inout FactList) {
    for line in catalog.pageFacts(of: model, in: section, today: today) {
      let isLink = line.text.hasPrefix("https://")
      facts.add(line.fact.title, isLink ? styler.link(line.text, to: line.text) : line.text)
    }
  }

  /// The other listed rows of the same model, and what they cost less or more.
  private var rows: String {
    guard let index = catalog.index(of: model.id) else { return "" }
    let others = ModelGroups(catalog).members(withModelAt: index).filter {
      $0 != index && catalog.models[$0].isListed
    }.map { PageVariant(catalog.models[$0], comparedWith: model) }
    guard !others.isEmpty else { return "" }
    let kindWidth = others.reduce(0) { max($0, CellWidth.of($1.kind)) }
    let idWidth = others.reduce(0) { max($0, CellWidth.of($1.id)) }
    let priceWidth = others.reduce(0) { max($0, CellWidth.of($1.price)) }
    func gap(_ text: String, _ width: Int) -> String {
      String(repeating: " ", count: width - CellWidth.of(text) + 2)
    }
    let lines = others.map { row in
      let difference = row.difference.map { gap(row.price, priceWidth) + $0 } ?? ""
      return "  " + styler.paint(row.kind, .faint) + gap(row.kind, kindWidth)
        + styler.paint(row.id, .title) + gap(row.id, idWidth)
        + styler.paint(row.price, .price) + difference + "\n"
    }
    return styler.paint("Same model", .strong) + "\n" + lines.joined()
  }

  private var description: String {
    guard let description = model.description else { return "" }
    return TextWrap.lines(description, width: width).map { $0 + "\n" }.joined()
  }

  private var more: FactList {
    var facts = FactList(width: width)
    add(.details, to: &facts)
    add(.lists, to: &facts)
    return facts
  }
}
