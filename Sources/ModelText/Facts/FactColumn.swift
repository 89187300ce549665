import Foundation
package import ModelCatalog

/// A fact as a cell of a table.
extension Fact {
  /// Short and for people: `128k`, `2.50`, `tools vision`; nil where it is unknown.
  ///
  /// The column of the input price also shows what else a model is billed by, with its unit.
  package func cell(in context: FactContext) -> String? {
    if case .price(let kind) = kind {
      let main = context.model.pricing.main?.kind
      return context.model.priceInColumn(kind == .input ? main ?? .input : kind)
    }
    return value(in: context).cell(named: name)
  }

  /// Exact and for programs, empty where it is unknown: prices in USD as shown, `variable` for one
  /// that varies, names with commas between, what has a shape of its own as JSON.
  package func rawCell(in context: FactContext) -> String { value(in: context).rawCell }
}

extension FactValue {
  /// A flag shows its name or nothing.
  func cell(named name: String) -> String? {
    switch self {
    case .unknown: nil
    case .text(let text): text
    case .named(_, let title): title
    case .tokens(let count): CountText.short(count)
    case .price(let price, let kind): PriceText.inColumn(price, kind)
    case .otherPrices(let prices):
      prices.sorted { $0.key < $1.key }.map { "\($0.key) \(PriceText.raw($0.value))" }
        .joined(separator: ", ")
    case .overrides(let overrides): overrides.map(\.words).joined(separator: "; ")
    case .list(let names): names.joined(separator: " ")
    case .cost(let amount, let isEstimate): CostText.inColumn(amount, isEstimate: isEstimate)
    case .tokenRange, .costRange: words
    case .score(let score): score.oneDecimal
    case .measure(let number, let unit): MeasureText.inColumn(number, unit)
    case .day(let day): day.description
    case .date(let date): CalendarDay(date).description
    case .flag(let flag): flag ? name : ""
    case .reasoning(let reasoning): reasoning.words
    case .settings(let settings):
      settings.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value.shortText)" }
        .joined(separator: ", ")
    case .arenas(let arenas): arenas.map(\.words).joined(separator: ", ")
    }
  }

  /// Exact and for programs, empty where it is unknown.
  package var rawCell: String {
    switch self {
    case .unknown: ""
    case .text(let text): text
    case .named(let key, _): key
    case .tokens(let count): String(count)
    case .price(let price, let kind): price.amount(per: kind)?.description ?? "variable"
    case .list(let names): names.joined(separator: ",")
    case .cost(let amount, _): amount.description
    case .tokenRange, .costRange: compactJSON
    case .score(let number), .measure(let number, _): "\(number)"
    case .day(let day): day.description
    case .date(let date): CalendarDay(date).description
    case .flag(let flag): flag ? "true" : "false"
    case .otherPrices(let prices): prices.isEmpty ? "" : compactJSON
    case .overrides(let overrides): overrides.isEmpty ? "" : compactJSON
    case .settings(let settings): settings.isEmpty ? "" : compactJSON
    case .arenas(let arenas): arenas.isEmpty ? "" : compactJSON
    case .reasoning: compactJSON
    }
  }

  private var compactJSON: String { String(decoding: json.encoded(), as: UTF8.self) }
}

extension Model.Benchmarks.Arena {
  /// `website 1267 (#31)`.
  var words: String {
    let elo = elo.map { " \(Int($0.rounded()))" } ?? ""
    return category + elo + (rank.map { " (#\($0))" } ?? "")
  }
}
