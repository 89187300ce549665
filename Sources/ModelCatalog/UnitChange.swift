/// A price whose unit changed upstream: one kind is no longer known, and another kind with the same
/// upstream key is.
package struct UnitChange: Hashable, Sendable {
  package struct Side: Hashable, Sendable {
    package let kind: PriceKind
    package let price: Price
  }

  package let old: Side
  package let new: Side

  var kinds: [PriceKind] { [old.kind, new.kind] }

  package static func all(in differences: [ModelChange.Difference]) -> [UnitChange] {
    var ended: [Side] = []
    var begun: [Side] = []
    for difference in differences {
      switch (difference.old, difference.new) {
      case (.price(let price, let kind), .unknown): ended.append(Side(kind: kind, price: price))
      case (.unknown, .price(let price, let kind)): begun.append(Side(kind: kind, price: price))
      default: continue
      }
    }
    return begun.compactMap { new in
      ended.first { $0.kind.upstreamKey == new.kind.upstreamKey }
        .map { UnitChange(old: $0, new: new) }
    }
  }
}
