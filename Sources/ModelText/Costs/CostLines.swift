import Foundation
package import ModelCatalog

/// What a workload costs with one model as lines, for every front end.
package struct CostLines: Hashable, Sendable {
  package struct Line: Hashable, Sendable {
    /// `600 prompt tokens`.
    package let words: String
    /// `× 2.00 $/M`; empty for sums.
    package let price: String
    package let amount: String
    package let isSum: Bool
  }

  package let lines: [Line]
  /// Sentences without a full stop.
  package let notes: [String]

  package init(of model: Model, under workload: Workload) {
    let cost: CallCost
    do throws(NoCost) {
      cost = try workload.cost(of: model)
    } catch {
      lines = [Line(words: "no cost", price: "", amount: "—", isSum: true)]
      notes = [error.words]
      return
    }
    let isEstimate = workload.isEstimate(for: model)
    var lines = cost.parts.map { part in
      Line(
        words: part.words, price: "× \(part.priceText) \(part.unit.symbol)",
        amount: CostText.perCall(part.amount, isEstimate: isEstimate), isSum: false)
    }
    let calls = workload.calls.perMonth
    if lines.count != 1 || calls != 1 {
      lines.append(
        Line(
          words: "one call", price: "",
          amount: CostText.perCall(cost.perCall, isEstimate: isEstimate), isSum: true))
    }
    if calls != 1 {
      let period = workload.calls.period == .total ? "" : " a month"
      lines.append(
        Line(
          words: "\(CostText.count(calls)) calls\(period)", price: "",
          amount: CostText.dollars(cost.perMonth, isEstimate: isEstimate), isSum: true))
    }
    if let line = Self.sameText(model, workload) { lines.append(line) }
    self.lines = lines
    notes = cost.notes.map(\.words)
  }

  /// What GPT's tokens of the same text cost in the model's own; nil where those are GPT's.
  private static func sameText(_ model: Model, _ workload: Workload) -> Line? {
    let family = TokenizerFamily(of: model)
    guard family != .gpt, let range = try? workload.monthlyCostOfSameText(with: model) else {
      return nil
    }
    return Line(
      words: "the same text (\(family.words))", price: "",
      amount: "≈ " + CostText.dollars(range), isSum: true)
  }
}
