import Foundation
import ModelCatalog
import ModelText

/// The facts of one model as lines of styled text.
struct DetailPage: Equatable {
  let model: Model
  let catalog: Catalog
  /// The moment from which ages are counted.
  let now: Date
  /// In terminal cells.
  let width: Int
  /// Lines of each panel of the plot of prices.
  var plotRows = 3
  /// What is unread about it, the newest first.
  var news: [News] = []
  var modelHistory: LoadedHistory?
  /// The key that jumps to the other route or the successor.
  var otherRouteKey = "x"

  var today: CalendarDay { CalendarDay(now) }

  var lines: [[StyledText]] {
    var lines: [[StyledText]] = [heading]
    lines += unread
    lines += removalNotice
    lines += prices
    lines += grid(limits)
    if let abilities { lines += abilities }
    lines += routes
    lines += plot
    if let description = model.description {
      lines.append([])
      lines += TextWrap.lines(description, width: width).map { [StyledText($0)] }
    }
    lines.append([])
    lines += grid(facts(.details))
    for (title, text) in facts(.lists) { lines += wrapped(title, text) }
    lines += story
    while lines.last?.isEmpty == true { lines.removeLast() }
    return lines
  }

  private var heading: [StyledText] {
    var spans = [StyledText(model.name, model.lastListed == nil ? Theme.strong : Theme.removed)]
    func flag(_ text: String, _ style: Style) { spans.append(StyledText("  \(text)", style)) }
    if model.isRetired { flag("retired: its maker no longer serves it", Theme.caution) }
    if model.isFree { flag("free", Theme.good) }
    if let notice = model.expiryNotice(today: today) { flag(notice, Theme.bad) }
    if let target = model.aliasTarget { flag("→ \(target)", Theme.title) }
    return spans
  }

  // MARK: - Prices

  private var prices: [[StyledText]] {
    var lines: [[StyledText]] = []
    let pricing = model.pricing
    let kinds = pricing.prices.keys.sorted()
    if kinds.isEmpty {
      lines.append([label("Price"), StyledText("unknown", Theme.faint)])
    } else {
      let title = kinds.contains { $0.unit == .token } ? "$ per M tokens" : "Price in $"
      lines += flowing(title, kinds.flatMap { parts($0, pricing[$0]) })
    }
    if !pricing.other.isEmpty { lines += flowing("Other prices", Self.parts(pricing.other)) }
    for override in pricing.overrides {
      let prices = override.prices.keys.sorted().flatMap { parts($0, override.prices[$0]) }
      lines += flowing(override.words, prices + Self.parts(override.other))
    }
    return lines
  }

  /// One amount, with its unit where that is another than the title's.
  private func parts(_ kind: PriceKind, _ price: Price?) -> [[StyledText]] {
    guard let price else { return [] }
    let amount = model.isFree && price.isZero ? "free" : PriceText.exact(price, kind)
    let hasUnit = kind.unit != .token && price.amount != nil
    // What is said of a unit behind a comma may go on the next line.
    let unit = hasUnit ? kind.unit.words.split(separator: ", ").map(String.init) : []
    let first = ([amount] + unit.prefix(1)).joined(separator: " ")
    return [[StyledText("\(kind.words) ", Theme.faint), StyledText(first, Theme.price)]]
      + unit.dropFirst().map { [StyledText($0, Theme.faint)] }
  }

  /// Amounts by upstream's keys, in units that nobody named.
  private static func parts(_ other: [String: Price]) -> [[StyledText]] {
    other.sorted { $0.key < $1.key }.map { key, price in
      [
        StyledText("\(key) ", Theme.faint),
        StyledText("\(PriceText.raw(price)) (unit unknown)", Theme.price),
      ]
    }
  }

  // MARK: - Facts

  private var limits: [(String, String)] {
    (model.contextLength == nil ? [("Context", "unknown")] : []) + facts(.limits)
  }

  private func facts(_ section: FactSection) -> [(String, String)] {
    catalog.pageFacts(of: model, in: section, today: today).map { ($0.fact.title, $0.text) }
  }

  private var abilities: [[StyledText]]? {
    let abilities = catalog.abilities(of: model.id)
    let words = Ability.allCases.filter { abilities.contains($0) }.map(\.rawValue)
    guard !words.isEmpty else { return nil }
    return flowing("Abilities", words.map { [StyledText($0, Theme.ability)] })
  }

  private var routes: [[StyledText]] {
    // For a model that is gone, x leads to its successor.
    guard model.lastListed == nil, let other = catalog.counterpart(of: model) else { return [] }
    let route = other.source == .core ? "core" : "OpenRouter"
    return flowing(
      "Other route",
      [
        [StyledText("\(route) ", Theme.faint), StyledText(other.id, Theme.id)],
        [StyledText(other.priceSummary ?? "price unknown", Theme.price)],
        [StyledText(otherRouteKey, Theme.key), StyledText(" jumps there", Theme.faint)],
      ])
  }
}
