import Foundation
import ModelCatalog

/// What happened to a model in words, each fact a run of styled text.
enum NewsWords {
  struct Fact: Equatable {
    /// The most important first.
    enum Weight: Int, Comparable {
      case standing, end, price, limit, ability, name, other, scheduledPrice

      static func < (left: Weight, right: Weight) -> Bool { left.rawValue < right.rawValue }
    }

    let weight: Weight
    let spans: [StyledText]
  }

  /// Everything of it, the most important first; of equals the newest.
  ///
  /// `model` is what it happened to, as it is now: what is new is told with its prices.
  static func facts(of news: [News], model: Model? = nil) -> [Fact] {
    let all = news.flatMap { facts(of: $0, model: model) }
    return all.enumerated().sorted { left, right in
      (left.element.weight, left.offset) < (right.element.weight, right.offset)
    }.map(\.element)
  }

  private static func facts(of news: News, model: Model?) -> [Fact] {
    switch news.kind {
    case .happened(let kind): facts(of: kind, on: CalendarDay(news.date), model: model)
    case .isEnding(let day):
      [Fact(weight: .end, spans: [StyledText("expires \(day)", Theme.bad)])]
    }
  }

  private static func facts(
    of kind: HistoryEntry.Kind, on day: CalendarDay, model: Model?
  ) -> [Fact] {
    switch kind {
    case .added:
      var spans = [StyledText("new", Theme.good)]
      if let prices = model.flatMap(prices) { spans.append(StyledText(", \(prices)")) }
      return [Fact(weight: .standing, spans: spans)]
    case .returned(let lastSeen):
      let days = day.daysSince1970 - CalendarDay(lastSeen).daysSince1970
      let words = days < 1 ? "back again" : "back after \(CountText.of(days, "day"))"
      return [Fact(weight: .standing, spans: [StyledText(words, Theme.good)])]
    case .removed(let last):
      var spans = [StyledText("removed", Theme.bad)]
      if let prices = prices(of: last) { spans.append(StyledText(", was \(prices)")) }
      return [Fact(weight: .standing, spans: spans)]
    case .changed(let differences):
      return differences.map(fact).sorted { $0.weight < $1.weight }
    case .scheduledPrice(let scheduled):
      return [Fact(weight: .scheduledPrice, spans: [StyledText(words(of: scheduled), Theme.faint)])]
    }
  }

  /// `2.50 in, 15.00 out`; nil if neither is known.
  static func prices(of model: Model) -> String? {
    let parts = [(PriceKind.input, "in"), (.output, "out")].compactMap { kind, word in
      model.pricing[kind].map { "\(PriceText.short($0)) \(word)" }
    }
    return parts.isEmpty ? nil : parts.joined(separator: ", ")
  }

  // MARK: - One difference

  private static func fact(of difference: ModelChange.Difference) -> Fact {
    let name = name(of: difference.field)
    switch (difference.field, difference.old, difference.new) {
    case (.price(let kind), let old, let new):
      return Fact(weight: .price, spans: [StyledText("\(name) ")] + price(kind, from: old, to: new))
    case (.name, .text(let old), _):
      return Fact(weight: .name, spans: [StyledText("renamed, was “\(old)”")])
    case (.expirationDate, _, .text(let day)):
      return Fact(weight: .end, spans: [StyledText("expires \(day)", Theme.bad)])
    case (.expirationDate, _, _):
      return Fact(weight: .end, spans: [StyledText("no longer expires", Theme.good)])
    case (_, .tokens(let old), .tokens(let new)):
      let words = "\(name) \(CountText.short(old)) → \(CountText.short(new)) "
      let arrow =
        old < new
        ? StyledText(Arrow.up.rawValue, Theme.good) : StyledText(Arrow.down.rawValue, Theme.caution)
      return Fact(weight: .limit, spans: [StyledText(words), arrow])
    case (_, .list(let old), .list(let new)):
      return Fact(
        weight: weight(of: difference.field),
        spans: [StyledText("\(name) ")] + moved(from: old, to: new))
    default:
      let values = [difference.old, difference.new].compactMap(FieldWords.words)
      let words = values.count == 2 ? "\(name) \(values[0]) → \(values[1])" : "\(name) changed"
      return Fact(weight: weight(of: difference.field), spans: [StyledText(words)])
    }
  }

  private static func name(of field: ModelField) -> String {
    switch field {
    case .price(.input): "in"
    case .price(.output): "out"
    default: FieldWords.name(of: field)
    }
  }

  private static func weight(of field: ModelField) -> Fact.Weight {
    switch field.topic {
    case .price: .price
    case .limit: .limit
    case .ability: .ability
    case .name: .name
    case .expiry: .end
    case .other, .noise: .other
    }
  }

  /// What came and what went, the first few by name.
  private static func moved(from old: [String], to new: [String]) -> [StyledText] {
    let came = new.filter { !old.contains($0) }.map { ("+", $0, Theme.good) }
    let went = old.filter { !new.contains($0) }.map { ("−", $0, Theme.caution) }
    let all = came + went
    guard !all.isEmpty else { return [StyledText("reordered", Theme.faint)] }
    let named = all.prefix(4)
    var spans: [StyledText] = []
    for (sign, name, style) in named {
      if !spans.isEmpty { spans.append(StyledText(" ")) }
      spans.append(StyledText(sign + name, style))
    }
    if all.count > named.count {
      spans.append(StyledText(" and \(all.count - named.count) more", Theme.faint))
    }
    return spans
  }

  // MARK: - Prices

  enum Arrow: String {
    case up = "▲"
    case down = "▼"
  }

  private static func price(
    _ kind: PriceKind, from old: FieldValue, to new: FieldValue
  ) -> [StyledText] {
    let words = [old, new].map { FieldWords.words($0) ?? "unknown" }
    let spans = [StyledText("\(words[0]) → \(words[1])", Theme.price)]
    guard case .price(.fixed(let before), _) = old, case .price(.fixed(let after), _) = new,
      let change = change(from: before, to: after)
    else { return spans }
    return spans + [StyledText(" "), change]
  }

  /// `▼ −20%`; without the number where it began at nothing, and nil where nothing moved.
  static func change(from old: Decimal, to new: Decimal) -> StyledText? {
    guard old != new else { return nil }
    let (arrow, style) = new > old ? (Arrow.up, Theme.caution) : (Arrow.down, Theme.good)
    guard old > 0 else { return StyledText(arrow.rawValue, style) }
    let part = NSDecimalNumber(decimal: (new - old) / old).doubleValue.magnitude * 100
    let number = part < 0.5 ? "<1" : part < 999.5 ? String(Int(part.rounded())) : ">999"
    // The sign is for terminals whose letters have no triangles.
    return StyledText("\(arrow.rawValue) \(new > old ? "+" : "−")\(number)%", style)
  }

  private static func words(of scheduled: ScheduledPrice) -> String {
    func range(_ range: ClosedRange<Decimal>?, _ word: String) -> String? {
      range.map { range in
        let ends = [range.lowerBound, range.upperBound].map { PriceText.short(.fixed($0)) }
        return "\(ends[0])–\(ends[1]) \(word)"
      }
    }
    let ranges = [range(scheduled.input, "in"), range(scheduled.output, "out")].compactMap(\.self)
    let times = scheduled.count == 1 ? "once" : "\(CountText.grouped(scheduled.count)) times"
    return (["followed the hour \(times)"] + ranges).joined(separator: ", ")
  }
}
