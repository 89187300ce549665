/// A way from one point of a plot to another.
package enum PlotDirection: Equatable, Sendable, CaseIterable {
  case left, right, up, down
}
