import Foundation
import ModelCatalog

/// One fact that has changed, in words.
enum DifferenceWords {
  /// `input 3.00 → 2.00 ▼33%`, `parameters +seed -stop`; the name alone where the values are too
  /// long for a line.
  static func words(_ difference: ModelChange.Difference) -> String {
    let name = FieldWords.name(of: difference.field)
    if case (.list(let old), .list(let new)) = (difference.old, difference.new) {
      return name + news(from: old, to: new)
    }
    guard let old = FieldWords.words(difference.old), let new = FieldWords.words(difference.new)
    else { return name }
    return "\(name) \(old) → \(new)" + trend(from: difference.old, to: difference.new)
  }

  /// What a list has more and less; empty if that is much.
  private static func news(from old: [String], to new: [String]) -> String {
    let more = new.filter { !old.contains($0) }
    let less = old.filter { !new.contains($0) }
    guard more.count + less.count <= 8 else { return "" }
    return more.map { " +" + $0 }.joined() + less.map { " -" + $0 }.joined()
  }

  /// ` ▲50%`, ` ▼33%`; empty for what neither rises nor falls, without a share of nothing.
  private static func trend(from old: FieldValue, to new: FieldValue) -> String {
    let before: Decimal
    let after: Decimal
    switch (old, new) {
    case (.price(.fixed(let old), _), .price(.fixed(let new), _)): (before, after) = (old, new)
    case (.tokens(let old), .tokens(let new)): (before, after) = (Decimal(old), Decimal(new))
    default: return ""
    }
    let arrow = after > before ? " ▲" : " ▼"
    guard before > 0 else { return arrow }
    return arrow + percent((after - before) / before)
  }

  private static func percent(_ share: Decimal) -> String {
    var exact = (share < 0 ? -share : share) * 100
    var rounded = Decimal()
    NSDecimalRound(&rounded, &exact, 0, .plain)
    if rounded.isZero { return "<1%" }
    guard rounded < 1_000_000 else { return "" }
    return CountText.grouped(Int(truncating: rounded as NSDecimalNumber)) + "%"
  }
}
