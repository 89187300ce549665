import Foundation
import ModelCatalog

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
  var otherRouteKey = KeyTable.standard.key(of: .jumpToOtherRoute)

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
    lines += grid(more)
    lines += wrapped("Parameters", model.supportedParameters?.joined(separator: ", "))
    lines += wrapped(
      "Voices", model.supportedVoices.isEmpty ? nil : model.supportedVoices.joined(separator: ", "))
    lines += wrapped(
      "Defaults",
      model.defaultParameters.isEmpty
        ? nil
        : model.defaultParameters.map { "\($0.key) \($0.value.shortText)" }.sorted()
          .joined(separator: ", "))
    if let arenas { lines += wrapped("Arena Elo", arenas) }
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
    var facts: [(String, String)] = []
    func add(_ name: String, _ value: String?) {
      if let value { facts.append((name, value)) }
    }
    add("Context", model.contextLength.map { "\(CountText.grouped($0)) tokens" } ?? "unknown")
    add("Max output", model.maxOutput.map { "\(CountText.grouped($0)) tokens" })
    add(
      "Endpoint", model.providerContextLength.map { "\(CountText.grouped($0)) tokens of context" })
    add(
      "Listed",
      model.created.map { date in
        let day = CalendarDay(date)
        return "\(day), \(AgeText.ago(days: today.daysSince1970 - day.daysSince1970))"
      })
    add("Knowledge", model.knowledgeCutoff.map { "until \($0)" })
    add("Takes", model.inputModalities.isEmpty ? nil : names(model.inputModalities))
    add("Gives", model.outputModalities.isEmpty ? nil : names(model.outputModalities))
    return facts
  }

  private var more: [(String, String)] {
    var facts: [(String, String)] = []
    func add(_ name: String, _ value: String?) {
      if let value { facts.append((name, value)) }
    }
    add("Author", model.author)
    add("Category", catalog.category(of: model.id)?.name)
    add("Canonical", model.canonicalSlug.flatMap { $0 == model.id ? nil : $0 })
    add("Weights", model.huggingFaceID.map { "huggingface.co/\($0)" })
    add("Tokenizer", model.tokenizer)
    add("Template", model.instructType)
    add("Moderated", model.isModerated.map { $0 ? "yes" : "no" })
    add("Reasoning", model.reasoning?.words)
    add("Intelligence", model.benchmarks?.intelligence?.shortText)
    add("Coding", model.benchmarks?.coding?.shortText)
    add("Agentic", model.benchmarks?.agentic?.shortText)
    add("Page", model.pageURL)
    return facts
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
    let route = other.source == .core ? "direct" : "OpenRouter"
    return flowing(
      "Other route",
      [
        [StyledText("\(route) ", Theme.faint), StyledText(other.id, Theme.id)],
        [StyledText(other.priceSummary ?? "price unknown", Theme.price)],
        [StyledText(otherRouteKey, Theme.key), StyledText(" jumps there", Theme.faint)],
      ])
  }

  private var arenas: String? {
    let arenas = model.benchmarks?.arenas ?? []
    guard !arenas.isEmpty else { return nil }
    return arenas.map { arena in
      let elo = arena.elo.map { " \(Int($0.rounded()))" } ?? ""
      let rank = arena.rank.map { " (#\($0))" } ?? ""
      return "\(arena.category)\(elo)\(rank)"
    }.joined(separator: ", ")
  }

  private func names(_ modalities: [Modality]) -> String {
    modalities.map(\.name).joined(separator: ", ")
  }
}
