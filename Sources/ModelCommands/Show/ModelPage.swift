import ModelCatalog

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
    facts.add("Context", model.contextLength.map(tokens) ?? "unknown")
    facts.add("Max output", model.maxOutput.map(tokens) ?? "unknown")
    facts.add("Endpoint", model.providerContextLength.map { tokens($0) + " of context" })
    let abilities = catalog.abilities(of: model.id)
    let words = Ability.allCases.filter(abilities.contains).map(\.rawValue)
    facts.add("Abilities", words.isEmpty ? nil : words.joined(separator: " "), .ability)
    facts.add("Takes", names(model.inputModalities))
    facts.add("Gives", names(model.outputModalities))
    facts.add("Listed", listed)
    facts.add("Successor", successor)
    facts.add("Knowledge", model.knowledgeCutoff.map { "until \($0)" })
    facts.add("Reasoning", model.reasoning?.words)
    return facts
  }

  /// Both ways to the model, this one first.
  private var routes: String {
    guard let other = catalog.counterpart(of: model) else { return "" }
    let both = [model, other]
    let idWidth = both.reduce(0) { max($0, CellWidth.of($1.id)) }
    let lines = both.map { model in
      let route = model.source == .core ? "direct    " : "OpenRouter"
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
    facts.add("Author", model.author)
    facts.add("Category", catalog.category(of: model.id)?.name)
    facts.add("Canonical", model.canonicalSlug.flatMap { $0 == model.id ? nil : $0 })
    facts.add("Tokenizer", model.tokenizer)
    facts.add("Template", model.instructType)
    facts.add("Moderated", model.isModerated.map { $0 ? "yes" : "no" })
    facts.add("Parameters", model.supportedParameters?.joined(separator: ", "))
    facts.add("Voices", model.supportedVoices.joined(separator: ", "))
    facts.add("Defaults", defaults)
    facts.add("Benchmarks", benchmarks)
    facts.add("Weights", model.huggingFaceID.map { link("https://huggingface.co/\($0)") })
    facts.add("Page", model.pageURL.map(link))
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

  private var listed: String? {
    model.created.map { date in
      let day = CalendarDay(date)
      return "\(day), \(AgeText.ago(days: today.daysSince1970 - day.daysSince1970))"
    }
  }

  private var defaults: String {
    model.defaultParameters.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value)" }
      .joined(separator: ", ")
  }

  private var benchmarks: String? {
    guard let scores = model.benchmarks else { return nil }
    let indices = [
      ("intelligence", scores.intelligence), ("coding", scores.coding), ("agentic", scores.agentic),
    ].compactMap { name, score in score.map { "\(name) \($0)" } }
    let arenas = scores.arenas.compactMap { arena in
      arena.elo.map { elo in
        "\(arena.category) Elo \(Int(elo.rounded()))" + (arena.rank.map { " (#\($0))" } ?? "")
      }
    }
    return (indices + arenas).joined(separator: ", ")
  }

  private func tokens(_ count: Int) -> String { CountText.grouped(count) + " tokens" }

  private func names(_ modalities: [Modality]) -> String {
    modalities.map(\.name).joined(separator: ", ")
  }

  private func link(_ address: String) -> String { styler.link(address, to: address) }
}
