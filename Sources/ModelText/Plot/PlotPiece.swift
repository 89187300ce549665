/// A run of a plot's line, with what it shows.
package struct PlotPiece: Equatable, Sendable {
  package enum Role: Equatable, Sendable {
    case blank
    case title
    case axis
    /// The line through the frontier.
    case line
    case point(PlotPoint.Kind)
    case label(PlotPoint.Kind)
    case selectedPoint
    case selectedLabel

    var isLabel: Bool {
      switch self {
      case .label, .selectedLabel: true
      case .blank, .title, .axis, .line, .point, .selectedPoint: false
      }
    }
  }

  package let text: String
  package let role: Role
}
