import Foundation
import ModelCatalog

/// The columns that a list of models can have; the raw value is the name for `--columns`.
enum ModelColumn: String, CaseIterable {
  case id, name, author, category, source
  case context, maxout
  case input, output, cacheread, cachewrite
  case abilities, takes, gives, parameters
  case created, cutoff, expires
  case canonical, alias, counterpart, free, description, url

  /// For a person's eyes.
  static let forTables: [ModelColumn] = [.id, .context, .input, .output, .created, .abilities]
  /// For programs.
  static let forPipes: [ModelColumn] = [
    .id, .name, .author, .category, .source, .context, .maxout, .input, .output, .cacheread,
    .cachewrite, .abilities, .created,
  ]

  /// The column of that name, or of the name that the query language or our JSON has for it.
  init?(name: String) {
    let name = name.lowercased()
    guard let column = ModelColumn(rawValue: name) ?? Self.otherNames[name] else { return nil }
    self = column
  }

  private static let otherNames: [String: ModelColumn] = [
    "provider": .author, "ctx": .context, "contextwindow": .context, "maxoutput": .maxout,
    "maxoutputtokens": .maxout, "price": .input, "prompt": .input, "pricing.input": .input,
    "completion": .output, "pricing.output": .output, "pricing.cacheread": .cacheread,
    "pricing.cachewrite": .cachewrite, "has": .abilities, "in": .takes,
    "inputmodalities": .takes, "out": .gives, "outputmodalities": .gives,
    "supportedparameters": .parameters, "knowledgecutoff": .cutoff, "expirationdate": .expires,
    "canonicalslug": .canonical, "aliasof": .alias,
  ]

  var column: Column<ListedModel> {
    switch self {
    case .id: text("ID", .title) { $0.model.id }
    case .name: text("NAME") { $0.model.name }
    case .author: text("AUTHOR") { $0.model.author }
    case .category:
      Column(
        name: rawValue, title: "CATEGORY",
        shown: { $0.catalog.category(of: $0.id)?.name ?? "" },
        raw: { $0.catalog.category(of: $0.id)?.key ?? "" })
    case .source:
      Column(
        name: rawValue, title: "SOURCE",
        shown: { $0.model.source == .core ? "core" : "OpenRouter" },
        raw: { $0.model.source.rawValue })
    case .context: tokens("CONTEXT") { $0.contextLength }
    case .maxout: tokens("MAX OUT") { $0.maxOutput }
    case .input: price("IN $/M", .input, shown: { $0.pricing.main?.kind ?? .input })
    case .output: price("OUT $/M", .output)
    case .cacheread: price("CACHE READ $/M", .cacheRead)
    case .cachewrite: price("CACHE WRITE $/M", .cacheWrite)
    case .abilities: names("ABILITIES", .ability) { $0.abilities.map(\.rawValue) }
    case .takes: names("TAKES") { $0.model.inputModalities.map(\.name) }
    case .gives: names("GIVES") { $0.model.outputModalities.map(\.name) }
    case .parameters: names("PARAMETERS") { $0.model.supportedParameters ?? [] }
    case .created: day("LISTED") { $0.created.map { CalendarDay($0) } }
    case .cutoff: day("KNOWLEDGE") { $0.knowledgeCutoff }
    case .expires: day("EXPIRES", .caution) { $0.expirationDate }
    case .canonical: text("CANONICAL") { $0.model.canonicalSlug ?? "" }
    case .alias: text("ALIAS OF") { $0.model.aliasTarget ?? "" }
    case .counterpart: text("OTHER ROUTE") { $0.catalog.counterpart(of: $0.model)?.id ?? "" }
    case .free:
      Column(
        name: rawValue, title: "FREE", style: .good,
        shown: { $0.model.isFree ? "free" : "" },
        raw: { $0.model.isFree ? "true" : "false" })
    case .description: text("DESCRIPTION") { $0.model.description ?? "" }
    case .url: text("PAGE") { $0.model.pageURL ?? "" }
    }
  }

  private func text(
    _ title: String, _ style: TextStyle = .plain, _ value: @escaping (ListedModel) -> String
  ) -> Column<ListedModel> {
    Column(name: rawValue, title: title, style: style, shown: value, raw: value)
  }

  private func day(
    _ title: String, _ style: TextStyle = .plain, _ value: @escaping (Model) -> CalendarDay?
  ) -> Column<ListedModel> {
    func text(_ listed: ListedModel) -> String { value(listed.model)?.description ?? "" }
    return Column(
      name: rawValue, title: title, isDate: true, style: style, shown: text, raw: text)
  }

  private func names(
    _ title: String, _ style: TextStyle = .plain, _ value: @escaping (ListedModel) -> [String]
  ) -> Column<ListedModel> {
    Column(
      name: rawValue, title: title, style: style, shown: { value($0).joined(separator: " ") },
      raw: { value($0).joined(separator: ",") })
  }

  private func tokens(
    _ title: String, _ value: @escaping (Model) -> Int?
  ) -> Column<ListedModel> {
    Column(
      name: rawValue, title: title, isNumber: true,
      shown: { value($0.model).map(CountText.short) ?? "?" },
      raw: { value($0.model).map(String.init) ?? "" })
  }

  /// Programs get the amount of this kind, and a person that of another in its place with its unit.
  private func price(
    _ title: String, _ kind: PriceKind, shown: ((Model) -> PriceKind)? = nil
  ) -> Column<ListedModel> {
    Column(
      name: rawValue, title: title, isNumber: true, style: .price,
      shown: { $0.model.priceInColumn(shown?($0.model) ?? kind) ?? "?" },
      raw: { listed in
        switch listed.model.pricing[kind] {
        case nil: ""
        case let price?: price.amount(per: kind)?.description ?? "variable"
        }
      })
  }
}
