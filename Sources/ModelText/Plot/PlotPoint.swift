/// A point of a scatter plot with its label.
package struct PlotPoint: Equatable, Sendable {
  /// Whether a point is on the frontier.
  package enum Kind: Equatable, Sendable, CaseIterable {
    case frontier
    case ordinary
    /// A variant, which the frontier leaves out.
    case variant
  }

  package let x: Double
  package let y: Double
  package let label: String
  package let kind: Kind

  /// Nil for figures that no axis has: infinite, not a number, or beyond 10¹⁵.
  package init?(x: Double, y: Double, label: String, kind: Kind) {
    guard x.isFinite, y.isFinite, abs(x) <= 1e15, abs(y) <= 1e15 else { return nil }
    self.x = x
    self.y = y
    self.label = label
    self.kind = kind
  }
}
