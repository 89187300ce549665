import Foundation
import ModelCatalog

/// The facts of one model as lines of styled text.
struct DetailPage {
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
        : model.defaultParameters.map { "\($0.key) \($0.value.formattedShort)" }.sorted()
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
    if let day = model.expirationDate {
      let left = day.daysSince1970 - today.daysSince1970
      flag("expires \(day), \(AgeText.ago(days: -left))", Theme.bad)
    }
    if let target = model.aliasTarget { flag("→ \(target)", Theme.title) }
    return spans
  }

  // MARK: - Prices

  private var prices: [[StyledText]] {
    var lines: [[StyledText]] = []
    let kinds = model.pricing.prices.keys.sorted()
    if kinds.isEmpty {
      lines.append([label("Price"), StyledText("unknown", Theme.faint)])
    } else {
      let parts = kinds.map { kind in
        Self.part(kind, model.pricing[kind])
      }
      lines += flowing("$ per M", parts)
    }
    for override in model.pricing.overrides {
      let parts = override.prices.keys.sorted().map { Self.part($0, override.prices[$0]) }
      lines += flowing(override.condition.words, parts)
    }
    return lines
  }

  private static func part(_ kind: PriceKind, _ price: Price?) -> [StyledText] {
    guard let price else { return [] }
    let amount =
      kind.isPerUnit ? PriceText.perUnit(price) : PriceText.exact(price)
    let unit = kind.isPerUnit && price.amount != nil ? " each" : ""
    return [StyledText("\(kind.words) ", Theme.faint), StyledText(amount + unit, Theme.price)]
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
    if let reasoning = model.reasoning {
      let efforts = reasoning.efforts.isEmpty ? "" : ": " + reasoning.efforts.joined(separator: " ")
      let kind = reasoning.isMandatory ? "always" : "optional"
      add(
        "Reasoning", kind + efforts + (reasoning.defaultEffort.map { ", default \($0)" } ?? ""))
    }
    add("Intelligence", model.benchmarks?.intelligence?.formattedShort)
    add("Coding", model.benchmarks?.coding?.formattedShort)
    add("Agentic", model.benchmarks?.agentic?.formattedShort)
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
    let prices = [PriceKind.input, .output].map { kind in
      other.pricing[kind].map(PriceText.short) ?? "unknown"
    }
    let route = other.source == .core ? "direct" : "OpenRouter"
    return flowing(
      "Other route",
      [
        [StyledText("\(route) ", Theme.faint), StyledText(other.id, Theme.id)],
        [StyledText("\(prices[0]) in, \(prices[1]) out", Theme.price)],
        [StyledText("x", Theme.key), StyledText(" jumps there", Theme.faint)],
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
