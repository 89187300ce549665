/// A value of an axis that can be marked.
struct PlotTick: Equatable {
  /// From 0 at the beginning of the axis to 1 at its end.
  let fraction: Double
  let text: String
  /// Texts of a lower rank are placed first.
  let rank: Int
}
