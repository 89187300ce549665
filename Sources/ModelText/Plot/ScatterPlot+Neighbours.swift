extension ScatterPlot {
  /// The nearest point in a direction, as far as it is not mostly aside; nil only if there is none
  /// in that direction at all.
  ///
  /// Of points with the same figures, each is to the right of and above those before it, so that
  /// all can be reached.
  package func neighbour(of index: Int, toward direction: PlotDirection) -> Int? {
    guard points.indices.contains(index) else { return nil }
    let xScale = PlotScale(x.scale, of: points.map(\.x), room: 10)
    let yScale = PlotScale(y.scale, of: points.map(\.y), room: 10)
    func position(_ index: Int) -> (x: Double, y: Double) {
      let point = points[index]
      // A picture is about twice as wide as it is high; zeros are at the left of the axis.
      return (2 * (xScale.fraction(of: point.x) ?? -0.1), yScale.fraction(of: point.y) ?? 0)
    }
    let here = position(index)
    var best: (index: Int, cost: Double)?
    for other in points.indices where other != index {
      let there = position(other)
      let (right, up) = (there.x - here.x, there.y - here.y)
      let (ahead, aside) =
        switch direction {
        case .left: (-right, abs(up))
        case .right: (right, abs(up))
        case .up: (up, abs(right))
        case .down: (-up, abs(right))
        }
      let isSame = right == 0 && up == 0
      let isAfter = direction == .right || direction == .up ? other > index : other < index
      guard isSame ? isAfter : ahead > 0 else { continue }
      // Of points with the same figures the nearest in order.
      let cost = isSame ? -1 / Double(abs(other - index)) : ahead + 2 * aside
      if best.map({ cost < $0.cost }) ?? true { best = (other, cost) }
    }
    return best?.index
  }
}
