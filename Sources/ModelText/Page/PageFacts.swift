package import ModelCatalog

/// A fact as a line of the page of one model, for every front end.
package struct PageFact: Hashable, Sendable {
  package let fact: Fact
  package let text: String
}

extension Catalog {
  /// The facts of one section of a model's page, in the order of the table; what is unknown, empty
  /// or says the id again is left out.
  package func pageFacts(
    of model: Model, in section: FactSection, today: CalendarDay, workload: Workload? = nil
  ) -> [PageFact] {
    let context = FactContext(model: model, catalog: self, workload: workload)
    return FactTable.all.filter { $0.section == section }.compactMap { fact in
      let text = fact.value(in: context).pageText(today: today)
      guard let text, !text.isEmpty, text != model.id else { return nil }
      return PageFact(fact: fact, text: fact.pagePhrase(text))
    }
  }
}

extension FactValue {
  /// In full; nil where it is unknown.
  fileprivate func pageText(today: CalendarDay) -> String? {
    switch self {
    case .unknown: nil
    case .text(let text): text
    case .named(_, let title): title
    case .tokens(let count): "\(CountText.grouped(count)) tokens"
    case .price(let price, let kind): PriceText.withUnit(price, kind)
    case .list(let names): names.joined(separator: ", ")
    case .cost(let amount, let isEstimate): CostText.dollars(amount, isEstimate: isEstimate)
    case .tokenRange, .costRange: words
    case .score(let score): score.shortText
    case .measure(let number, let unit): MeasureText.withUnit(number, unit)
    case .day(let day): day.description
    case .date(let date):
      "\(CalendarDay(date)), "
        + AgeText.ago(days: today.daysSince1970 - CalendarDay(date).daysSince1970)
    case .flag(let flag): flag ? "yes" : "no"
    case .reasoning(let reasoning): reasoning.words
    case .settings(let settings):
      settings.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value.shortText)" }
        .joined(separator: ", ")
    case .arenas(let arenas): arenas.map(\.words).joined(separator: ", ")
    case .otherPrices, .overrides: nil
    }
  }
}
