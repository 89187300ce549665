package import Foundation
package import ModelCatalog

/// The changes of a model, for people.
package enum ChangeWords {
  /// A phrase for each difference, in order; a price whose unit changed is one phrase.
  package static func phrases(_ differences: [ModelChange.Difference]) -> [ChangePhrase] {
    let unitChanges = UnitChange.all(in: differences)
    return differences.compactMap { difference in
      guard case .price(let kind) = difference.field.kind,
        let change = unitChanges.first(where: { $0.old.kind == kind || $0.new.kind == kind })
      else { return phrase(difference) }
      return change.new.kind == kind ? phrase(change) : nil
    }
  }

  /// `in 3.00 → 2.00 $/M ▼ −33%`.
  private static func phrase(_ difference: ModelChange.Difference) -> ChangePhrase {
    let name = difference.field.words
    let topic = difference.field.topic ?? .other
    func phrase(_ pieces: ChangePhrase.Piece...) -> ChangePhrase {
      ChangePhrase(topic: topic, pieces: pieces)
    }
    if case .price(let kind) = difference.field.kind {
      let (old, new) = (difference.old, difference.new)
      return ChangePhrase(topic: topic, pieces: pieces(of: kind, from: old, to: new))
    }
    switch (difference.field, difference.old, difference.new) {
    case (.displayName, .text(let old), _): return phrase(.init("renamed, was “\(old)”"))
    case (.expirationDate, _, .day(let day)): return phrase(.init("expires \(day)", .bad))
    case (.expirationDate, _, _): return phrase(.init("no longer expires", .good))
    case (_, .tokens(let old), .tokens(let new)):
      let words = CountText.pair(old, new)
      return phrase(
        .init("\(name) \(words.0) → \(words.1) "),
        old < new ? .init(up, .good) : .init(down, .caution))
    case (_, .list(let old), .list(let new)):
      return ChangePhrase(topic: topic, pieces: [.init("\(name) ")] + moved(from: old, to: new))
    default:
      let values = [difference.old, difference.new].compactMap(\.words)
      return phrase(
        .init(values.count == 2 ? "\(name) \(values[0]) → \(values[1])" : "\(name) changed"))
    }
  }

  /// The added and removed names, of which the first few are listed.
  private static func moved(from old: [String], to new: [String]) -> [ChangePhrase.Piece] {
    let all =
      new.filter { !old.contains($0) }.map { ChangePhrase.Piece("+\($0)", .good) }
      + old.filter { !new.contains($0) }.map { ChangePhrase.Piece("−\($0)", .caution) }
    guard !all.isEmpty else { return [.init("reordered", .faint)] }
    var pieces = Array(all.prefix(4).flatMap { [.init(" "), $0] }.dropFirst())
    if all.count > 4 { pieces.append(.init(" and \(all.count - 4) more", .faint)) }
    return pieces
  }

  // MARK: - Prices

  private static let up = "▲"
  private static let down = "▼"

  private static func pieces(
    of kind: PriceKind, from old: FactValue, to new: FactValue
  ) -> [ChangePhrase.Piece] {
    let words = [old, new].map { $0.words ?? "unknown" }
    let hasAmount = [old, new].contains { value in
      if case .price(.fixed, _) = value { true } else { false }
    }
    var pieces: [ChangePhrase.Piece] = [
      .init("\(kind.shortWords) "), .init("\(words[0]) → \(words[1])", .amount),
    ]
    if hasAmount { pieces.append(.init(" \(kind.unit.symbol)", .unit)) }
    guard case .price(.fixed(let before), _) = old, case .price(.fixed(let after), _) = new,
      let trend = trend(from: before, to: after)
    else { return pieces }
    return pieces + [.init(" "), trend]
  }

  /// `image input now per million tokens: 0.00516 $/image → 1.25 $/M`: amounts in two units have no
  /// percentage.
  private static func phrase(_ change: UnitChange) -> ChangePhrase {
    let amounts = [change.old, change.new].map { PriceText.withUnit($0.price, $0.kind) }
    return ChangePhrase(
      topic: .price,
      pieces: [
        .init("\(change.new.kind.words) now \(change.new.kind.unit.words): "),
        .init("\(amounts[0]) → \(amounts[1])", .amount),
      ])
  }

  /// `▼ −20%`; without the number if the old amount was zero, nil if the amount did not change.
  package static func trend(from old: Decimal, to new: Decimal) -> ChangePhrase.Piece? {
    guard old != new else { return nil }
    let (arrow, tone) = new > old ? (up, ChangePhrase.Tone.caution) : (down, .good)
    guard old > 0 else { return .init(arrow, tone) }
    let part = NSDecimalNumber(decimal: (new - old) / old).doubleValue.magnitude * 100
    let number = part < 0.5 ? "<1" : part < 999.5 ? String(Int(part.rounded())) : ">999"
    // The sign is for terminals without triangles.
    return .init("\(arrow) \(new > old ? "+" : "−")\(number)%", tone)
  }
}
