import Foundation
package import ModelCatalog

extension ScheduledPrice {
  /// `followed its schedule 3 times, 0.22–0.44 in, 0.44–0.88 out $/M`.
  package var words: String {
    let ranges = [(input, PriceKind.input, "in"), (output, .output, "out")].compactMap {
      range, kind, word in
      range.map { "\(Self.text($0, kind)) \(word)" }
    }
    let times = count == 1 ? "once" : "\(CountText.grouped(count)) times"
    let amounts =
      ranges.isEmpty ? [] : [ranges.joined(separator: ", ") + " \(PriceUnit.token.symbol)"]
    return (["followed its schedule \(times)"] + amounts).joined(separator: ", ")
  }

  private static func text(_ range: ClosedRange<Decimal>, _ kind: PriceKind) -> String {
    let ends = [range.lowerBound, range.upperBound].map { PriceText.short(.fixed($0), kind) }
    return ends[0] == ends[1] ? ends[0] : ends.joined(separator: "–")
  }
}
