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
      heading, limits.text(styler), PriceTable(model: model, styler: styler).text, cost, routes,
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
    facts.add("Successor", successor)
    return facts
  }

  private func add(_ section: FactSection, to facts: inout FactList) {
    for line in catalog.pageFacts(of: model, in: section, today: today) {
      let isLink = line.text.hasPrefix("https://")
      facts.add(line.fact.title, isLink ? styler.link(line.text, to: line.text) : line.text)
    }
  }

  /// Both ways to the model, this one first.
  private var routes: String {
    guard let other = catalog.counterpart(of: model) else { return "" }
    let both = [model, other].map { PageRoute(of: $0) }
    let nameWidth = both.reduce(0) { max($0, CellWidth.of($1.name)) }
    let idWidth = both.reduce(0) { max($0, CellWidth.of($1.id)) }
    func gap(_ text: String, _ width: Int) -> String {
      String(repeating: " ", count: width - CellWidth.of(text) + 2)
    }
    let lines = both.map { route in
      "  " + styler.paint(route.name, .faint) + gap(route.name, nameWidth)
        + styler.paint(route.id, .title) + gap(route.id, idWidth)
        + styler.paint(route.price, .price) + "\n"
    }
    return styler.paint("Routes", .strong) + "\n" + lines.joined()
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

  private var successor: String? {
    guard model.lastListed != nil else { return nil }
    return Successor.likely(of: model, among: catalog).map { "likely \($0.id)" }
  }
}
