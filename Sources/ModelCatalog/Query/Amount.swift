import Foundation

/// An exact amount of money that is quick to compare: most differ enough for their nearest
/// binary numbers to tell, and `Decimal` takes long over it.
struct Amount: Hashable, Comparable, Sendable {
  let exact: Decimal
  private let near: Double

  init(_ exact: Decimal) {
    self.exact = exact
    near = NSDecimalNumber(decimal: exact).doubleValue
  }

  static func == (left: Amount, right: Amount) -> Bool {
    !left.isFar(from: right) && left.exact == right.exact
  }

  static func < (left: Amount, right: Amount) -> Bool {
    left.isFar(from: right) ? left.near < right.near : left.exact < right.exact
  }

  /// Equal amounts have one digit sequence in common, but not always all bits of ``near``.
  func hash(into hasher: inout Hasher) { hasher.combine(exact) }

  /// Whether they differ by far more than the error of a conversion.
  private func isFar(from other: Amount) -> Bool {
    abs(near - other.near) > 1e-9 * max(abs(near), abs(other.near))
  }
}
