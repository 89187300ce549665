package import ModelCatalog

/// Numbers in a unit of their own, for people.
package enum MeasureText {
  /// Under a title that has the unit: `99.8`, `1230`; never 100.0 for less than all.
  package static func inColumn(_ number: Double, _ unit: MeasureUnit) -> String {
    switch unit {
    case .percent: number < 100 ? min(number, 99.9).oneDecimal : "100.0"
    case .milliseconds, .tokensPerSecond, .bits: whole(number)
    }
  }

  /// `99.8 %`, `1230 ms`, `48 tokens/s`, `8 bits`.
  package static func withUnit(_ number: Double, _ unit: MeasureUnit) -> String {
    let text = inColumn(number, unit)
    return switch unit {
    case .percent: "\(text) %"
    case .milliseconds: "\(text) ms"
    case .tokensPerSecond: "\(text) tokens/s"
    case .bits: "\(text) bits"
    }
  }

  private static func whole(_ number: Double) -> String {
    Int(exactly: number.rounded()).map(String.init) ?? "\(number)"
  }
}
