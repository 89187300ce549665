import Foundation
import ModelCatalog
import ModelText

/// Words for a model's news, each fact a run of styled text.
enum NewsWords {
  struct Fact: Equatable {
    /// The most important first.
    enum Weight: Int, Comparable {
      case listing, end, price, limit, ability, name, other, scheduledPrice

      static func < (left: Weight, right: Weight) -> Bool { left.rawValue < right.rawValue }
    }

    let weight: Weight
    let spans: [StyledText]
  }

  /// The facts of all news, the most important first, then the newest.
  ///
  /// A new model's prices are those of `model`. Without `tokenUnit` prices have no `$/M`, for a
  /// column whose title says it.
  static func facts(of news: [News], model: Model? = nil, tokenUnit: Bool = true) -> [Fact] {
    let all = news.flatMap { facts(of: $0, model: model, tokenUnit) }
    return all.enumerated().sorted { left, right in
      (left.element.weight, left.offset) < (right.element.weight, right.offset)
    }.map(\.element)
  }

  private static func facts(of news: News, model: Model?, _ tokenUnit: Bool) -> [Fact] {
    switch news.kind {
    case .happened(let kind): facts(of: kind, on: CalendarDay(news.date), model: model, tokenUnit)
    case .isEnding(let day):
      [Fact(weight: .end, spans: [StyledText("expires \(day)", Theme.bad)])]
    }
  }

  private static func facts(
    of kind: HistoryEntry.Kind, on day: CalendarDay, model: Model?, _ tokenUnit: Bool
  ) -> [Fact] {
    switch kind {
    case .added:
      var spans = [StyledText("new", Theme.good)]
      if let prices = model?.priceSummary(withTokenUnit: tokenUnit) {
        spans.append(StyledText(", \(prices)"))
      }
      return [Fact(weight: .listing, spans: spans)]
    case .returned(let lastSeen):
      let days = day.daysSince1970 - CalendarDay(lastSeen).daysSince1970
      let words = days < 1 ? "back again" : "back after \(CountText.of(days, "day"))"
      return [Fact(weight: .listing, spans: [StyledText(words, Theme.good)])]
    case .removed(let last):
      var spans = [StyledText("removed", Theme.bad)]
      if let prices = last.priceSummary(withTokenUnit: tokenUnit) {
        spans.append(StyledText(", was \(prices)"))
      }
      return [Fact(weight: .listing, spans: spans)]
    case .changed(let differences):
      return ChangeWords.phrases(differences)
        .map { tokenUnit ? $0 : $0.withoutTokenUnit }
        .map { Fact(weight: weight(of: $0.topic), spans: $0.pieces.map { StyledText($0) }) }
        .sorted { $0.weight < $1.weight }
    case .scheduledPrice(let scheduled):
      return [Fact(weight: .scheduledPrice, spans: [StyledText(scheduled.words, Theme.faint)])]
    }
  }

  private static func weight(of topic: ChangeTopic) -> Fact.Weight {
    switch topic {
    case .price: .price
    case .limit: .limit
    case .ability: .ability
    case .name: .name
    case .expiry: .end
    case .other, .noise: .other
    }
  }
}

extension StyledText {
  /// A piece of a change, coloured by its tone.
  init(_ piece: ChangePhrase.Piece) {
    let style =
      switch piece.tone {
      case .plain: Theme.plain
      case .amount: Theme.price
      case .good: Theme.good
      case .caution: Theme.caution
      case .bad: Theme.bad
      case .faint, .unit: Theme.faint
      }
    self.init(piece.text, style)
  }
}
