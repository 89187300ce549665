import Foundation
import ModelCatalog
import ModelText

/// The facts of one model as lines of styled text.
struct DetailPage: Equatable {
  let model: Model
  let catalog: Catalog
  /// The work whose cost is shown; nil for none.
  var workload: Workload?
  /// The moment from which ages are counted.
  let now: Date
  /// In terminal cells.
  let width: Int
  /// Lines of each panel of the plot of prices.
  var plotRows = 3
  /// What is unread about it, the newest first.
  var news: [News] = []
  var modelHistory: LoadedHistory?
  /// Who serves it, if that is known.
  var endpoints: ModelEndpoints?
  /// The key that opens the page of providers.
  var providersKey = KeyTable.standard.key(of: .openProviders)
  /// The score for which it is marked as worth its price in the list; nil where it is not.
  var frontier: Fact?
  /// The other listed rows of the same model.
  var variants: [PageVariant] = []
  /// The key that goes through its rows, or jumps to the successor.
  var otherRouteKey = KeyTable.standard.key(of: .jumpToOtherRoute)

  var today: CalendarDay { CalendarDay(now) }

  var lines: [[StyledText]] {
    var lines: [[StyledText]] = [heading]
    lines += unread
    lines += removalNotice
    lines += successor
    lines += prices
    lines += cost
    lines += providers
    lines += grid(limits)
    if let abilities { lines += abilities }
    lines += frontierMark
    lines += rows
    lines += plot
    if let description = model.description {
      lines.append([])
      lines += TextWrap.lines(description, width: width).map { [StyledText($0)] }
    }
    lines.append([])
    lines += grid(facts(.details))
    for (title, text) in facts(.lists) { lines += wrapped(title, text) }
    let sources = ScoreSource.of(model)
    if !sources.isEmpty {
      lines += TextWrap.lines(ScoreSource.line(sources), width: width).map {
        [StyledText($0, Theme.faint)]
      }
    }
    lines += story
    while lines.last?.isEmpty == true { lines.removeLast() }
    return lines
  }

  private var heading: [StyledText] {
    let heading = PageHeading(of: model, today: today)
    let name = StyledText(heading.name, model.lastListed == nil ? Theme.strong : Theme.removed)
    return [name] + heading.flags.compactMap { Self.span(of: $0) }
  }

  private static func span(of flag: PageHeading.Flag) -> StyledText? {
    switch flag {
    case .free: StyledText("  \(flag.text)", Theme.good)
    case .retired: StyledText("  \(flag.text)", Theme.caution)
    // Said at length below.
    case .removed: nil
    case .expiring: StyledText("  \(flag.text)", Theme.bad)
    case .alias(let target): StyledText("  → \(target)", Theme.title)
    }
  }

  // MARK: - Prices

  private var prices: [[StyledText]] {
    let prices = PriceLines(of: model)
    let known = prices.known.filter { $0.amounts[0] != nil }
    let other = prices.other.flatMap { Self.parts($0, 0) }
    var lines: [[StyledText]] = []
    if known.isEmpty {
      lines.append([label("Price"), StyledText("unknown", Theme.faint)])
    } else {
      let title = known.contains { $0.unit == .token } ? "$ per M tokens" : "Price in $"
      lines += flowing(title, known.flatMap { Self.parts($0, 0) })
    }
    if !other.isEmpty { lines += flowing("Other prices", other) }
    for (index, condition) in prices.conditions.enumerated() {
      lines += flowing(
        condition, (prices.known + prices.other).flatMap { Self.parts($0, index + 1) })
    }
    return lines
  }

  /// One amount of a line, with its unit where that is another than the title's.
  private static func parts(_ line: PriceLines.Line, _ index: Int) -> [[StyledText]] {
    guard let amount = line.amounts[index] else { return [] }
    let name = StyledText("\(line.name) ", Theme.faint)
    guard let unit = line.unit else {
      return [[name, StyledText("\(amount.text) (\(line.unitWords))", Theme.price)]]
    }
    // What is said of a unit behind a comma may go on the next line.
    let words =
      unit != .token && amount.isNumber
      ? line.unitWords.split(separator: ", ").map(String.init) : []
    let first = ([amount.text] + words.prefix(1)).joined(separator: " ")
    return [[name, StyledText(first, Theme.price)]]
      + words.dropFirst().map { [StyledText($0, Theme.faint)] }
  }

  /// What the workload costs with it.
  private var cost: [[StyledText]] {
    guard let workload else { return [] }
    let lines = CostLines(of: model, under: workload)
    let sums = lines.lines.filter(\.isSum).map { line in
      [StyledText("\(line.words) ", Theme.faint), StyledText(line.amount, Theme.price)]
    }
    return flowing("Cost", sums + lines.notes.map { [StyledText($0, Theme.faint)] })
  }

  /// How many serve it, at which prices.
  private var providers: [[StyledText]] {
    guard let endpoints else { return [] }
    let words = EndpointWords.summary(endpoints, of: model)
    return wrapped("Providers", "\(words) (\(providersKey) shows them)")
  }

  // MARK: - Facts

  private var limits: [(String, String)] {
    (model.contextLength == nil ? [("Context", "unknown")] : []) + facts(.limits)
  }

  private func facts(_ section: FactSection) -> [(String, String)] {
    catalog.pageFacts(of: model, in: section, today: today).map { ($0.fact.title, $0.text) }
  }

  private var abilities: [[StyledText]]? {
    let known = catalog.abilities(of: model.id)
    let abilities = Ability.allCases.filter(known.contains)
    guard !abilities.isEmpty else { return nil }
    return flowing(
      "Abilities",
      abilities.map {
        [StyledText("\($0.letter) ", Theme.faint), StyledText($0.rawValue, Theme.ability)]
      })
  }

  /// What the mark in the list says.
  private var frontierMark: [[StyledText]] {
    guard let frontier else { return [] }
    return flowing(
      ModelList.frontierMark,
      [[StyledText("best \(frontier.words) for the price", Theme.frontier)]])
  }

  private static let maximumRows = 12

  /// The other rows of the same model, and what they cost less or more.
  private var rows: [[StyledText]] {
    guard !variants.isEmpty else { return [] }
    // For a model that cannot be used any more, the key leads to its successor.
    let key =
      model.isListed
      ? [[StyledText(otherRouteKey, Theme.key), StyledText(" goes through them", Theme.faint)]] : []
    var lines = flowing(
      "Same model", [[StyledText(CountText.of(variants.count, "other row"))]] + key)
    for variant in variants.prefix(Self.maximumRows) {
      let difference = variant.difference.map { [[StyledText($0, Theme.strong)]] } ?? []
      lines += flowing(
        "  \(variant.kind)",
        [[StyledText(variant.id, Theme.id)], [StyledText(variant.price, Theme.price)]] + difference)
    }
    let rest = variants.count - Self.maximumRows
    if rest > 0 { lines.append([label(""), StyledText("\(rest) more", Theme.faint)]) }
    return lines
  }
}
