import ModelCatalog
import ModelText

/// All that is known of one model, as a page to read.
struct ModelPage {
  let model: Model
  let catalog: Catalog
  let today: CalendarDay
  let styler: ANSIStyler
  /// In cells.
  let width: Int

  var text: String {
    let sections = [
      heading, limits.text(styler), PriceTable(model: model, styler: styler).text, routes,
      description, more.text(styler),
    ]
    return sections.filter { !$0.isEmpty }.joined(separator: "\n")
  }

  // MARK: - Sections

  private var heading: String {
    var flags: [String] = []
    if model.isFree { flags.append(styler.paint("free", .good)) }
    if model.isRetired {
      flags.append(styler.paint("retired: its maker no longer serves it", .caution))
    }
    if let notice = Self.removalNotice(of: model) { flags.append(styler.paint(notice, .caution)) }
    if let notice = model.expiryNotice(today: today) {
      flags.append(styler.paint(notice, .caution))
    }
    if let target = model.aliasTarget { flags.append("stands for \(target)") }
    let id = model.pageURL.map { styler.link(model.id, to: $0) } ?? model.id
    return ([styler.paint(model.name, .strong)] + flags).joined(separator: "  ") + "\n"
      + styler.paint(id, .title) + "\n"
  }

  private var limits: FactList {
    var facts = FactList(width: width)
    if model.contextLength == nil { facts.add("Context", "unknown") }
    add(.limits, to: &facts)
    let abilities = catalog.abilities(of: model.id)
    let words = Ability.allCases.filter(abilities.contains).map(\.rawValue)
    facts.add("Abilities", words.isEmpty ? nil : words.joined(separator: " "), .ability)
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
    let both = [model, other]
    let idWidth = both.reduce(0) { max($0, CellWidth.of($1.id)) }
    let lines = both.map { model in
      let route = model.source == .core ? "core      " : "OpenRouter"
      let gap = String(repeating: " ", count: idWidth - CellWidth.of(model.id) + 2)
      return "  " + styler.paint(route, .faint) + "  " + styler.paint(model.id, .title) + gap
        + styler.paint(model.priceSummary ?? "price unknown", .price) + "\n"
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

  // MARK: - Words

  /// What is to be said of a model that upstream no longer lists; nil of any other.
  static func removalNotice(of model: Model) -> String? {
    model.lastListed.map { "removed, last seen \(CalendarDay($0))" }
  }

  private var successor: String? {
    guard model.lastListed != nil else { return nil }
    return Successor.likely(of: model, among: catalog).map { "likely \($0.id)" }
  }
}
