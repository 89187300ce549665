import Foundation
import ModelCatalog
import ModelText

/// One price over time.
struct PriceSeries: Equatable, Sendable {
  let kind: PriceKind
  /// The oldest first.
  let steps: [PriceStep]

  /// USD per token, in order of time.
  var amounts: [Decimal] { steps.compactMap { $0.price?.amount } }

  /// One price, all the time that it was listed.
  var isFlat: Bool { Set(amounts).count < 2 }

  /// An amount of this kind, without its unit.
  func text(_ amount: Decimal) -> String { PriceText.short(.fixed(amount), kind) }

  var isHeavy: Bool { kind == .output }

  var style: Style { isHeavy ? Theme.title : Theme.price }

  /// `output ━━ 25.00 → 15.00 $/M ▼ −40%`, from the first to the last price that is drawn.
  func title(since start: Date) -> [StyledText] {
    let drawn = steps.filter { ($0.until ?? .distantFuture) > start }.compactMap {
      $0.price?.amount
    }
    guard !isFlat, let first = drawn.first, let last = drawn.last else {
      return [StyledText(flatWords, Theme.faint)]
    }
    let words = [first, last].map { PriceText.short(.fixed($0), kind) }
    var spans = [
      StyledText("\(kind.words) "), StyledText(isHeavy ? "━━" : "──", style),
      StyledText(" \(words[0]) → \(words[1]) \(kind.unit.symbol)"),
    ]
    if let change = ChangeWords.trend(from: first, to: last).map({ StyledText($0) }) {
      spans += [StyledText(" "), change]
    }
    return spans
  }

  /// `input 5.00 $/M all the time`.
  var flatWords: String {
    let price = amounts.first.map { "\(PriceText.short(.fixed($0), kind)) \(kind.unit.symbol)" }
    return "\(kind.words) \(price ?? "unknown") all the time"
  }
}
