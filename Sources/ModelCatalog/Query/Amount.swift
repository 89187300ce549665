import Foundation

/// An exact amount of money that is fast to compare: most amounts differ enough that their nearest
/// Doubles decide, and comparing `Decimal` is slow.
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

  /// Equal amounts may differ in the last bits of ``near``.
  func hash(into hasher: inout Hasher) { hasher.combine(exact) }

  /// Whether they differ by much more than the rounding error of the conversion.
  private func isFar(from other: Amount) -> Bool {
    abs(near - other.near) > 1e-9 * max(abs(near), abs(other.near))
  }
}
