import Foundation

/// Maps the values of one axis to fractions of its length, with the ticks.
struct PlotScale {
  /// From the beginning of the axis to its end.
  let ticks: [PlotTick]
  /// The text below the column of zeros; nil if the axis has none.
  let zero: String?
  private let isLogarithmic: Bool
  private let low: Double
  private let high: Double

  /// A linear axis with these ticks.
  init(ticks: [PlotTick], low: Double, high: Double) {
    self.ticks = ticks
    zero = nil
    isLogarithmic = false
    (self.low, self.high) = (low, high)
  }

  /// The scale for these values; `room` is how many ticks a linear axis has room for.
  init(_ scale: PlotAxis.Scale, of values: [Double], room: Int) {
    switch scale {
    case .money(let zero):
      self.init(logarithmic: values, zero: zero, text: \.money)
    case .tokens:
      self.init(logarithmic: values, zero: "0", text: \.tokens)
    case .days:
      self.init(days: values)
    case .score:
      self.init(linear: values, room: room)
    }
  }

  /// From 0 to 1; nil for what is in the column of zeros.
  func fraction(of value: Double) -> Double? {
    guard isLogarithmic else { return Self.part(of: value, low, high) }
    return value > 0 ? Self.part(of: log10(max(value, 1e-15)), low, high) : nil
  }

  private static func part(of value: Double, _ low: Double, _ high: Double) -> Double {
    min(max((value - low) / (high - low), 0), 1)
  }

  /// Begins and ends at 1, 2 or 5 times a power of ten.
  private init(logarithmic values: [Double], zero: String, text: (RoundNumber) -> String) {
    let positive = values.filter { $0 > 0 }.map { max($0, 1e-15) }
    var first = RoundNumber(atMost: positive.min() ?? 1)
    var last = RoundNumber(atLeast: positive.max() ?? 1)
    if first == last { (first, last) = (first.advanced(by: -1), last.advanced(by: 1)) }
    let (low, high) = (log10(first.value), log10(last.value))
    ticks = (first...last).map { number in
      let isEnd = number == first || number == last
      return PlotTick(
        fraction: Self.part(of: log10(number.value), low, high), text: text(number),
        rank: isEnd ? 0 : [1: 1, 5: 2][number.digit] ?? 3)
    }
    self.zero = positive.count < values.count ? zero : nil
    isLogarithmic = true
    (self.low, self.high) = (low, high)
  }

  /// Begins and ends at round numbers, with ticks at the multiples of a larger one.
  private init(linear values: [Double], room: Int) {
    var (least, most) = (values.min() ?? 0, values.max() ?? 0)
    // Values that are all but equal would need ticks with more digits than they have.
    let size = max(1, abs(least), abs(most))
    if most - least < size * 1e-6 {
      let half = size / 10
      (least, most) = (least - half, most + half)
    }
    let unit = RoundNumber(atLeast: (most - least) / 20).value
    let (low, high) = ((least / unit).rounded(.down) * unit, (most / unit).rounded(.up) * unit)
    var step = RoundNumber(atLeast: (high - low) / Double(max(1, room)))
    var multiples = step.multiples(from: low, to: high)
    while multiples.count < 2 {
      step = step.advanced(by: -1)
      multiples = step.multiples(from: low, to: high)
    }
    let ticks = multiples.map { value in
      PlotTick(
        fraction: Self.part(of: value, low, high),
        text: String(format: "%.\(step.decimals)f", value), rank: 0)
    }
    self.init(ticks: ticks, low: low, high: high)
  }
}
