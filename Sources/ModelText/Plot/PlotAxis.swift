/// What an axis of a plot measures.
package struct PlotAxis: Equatable, Sendable {
  package enum Scale: Equatable, Sendable {
    /// USD, logarithmic; amounts of zero have a column of their own with this text below it.
    case money(zero: String)
    /// Tokens, logarithmic.
    case tokens
    /// Seconds since 1970, shown as days in UTC.
    case days
    /// Points, from a round number to a round number.
    case score
  }

  package let title: String
  /// The title where there is little room.
  package let shortTitle: String
  package let scale: Scale

  package init(title: String, shortTitle: String? = nil, scale: Scale) {
    self.title = title
    self.shortTitle = shortTitle ?? title
    self.scale = scale
  }
}
