import Foundation
import ModelCatalog

/// What a plot of models has on its horizontal axis.
package enum PlotFigure: String, CaseIterable, Equatable, Sendable {
  /// USD a month under the workload; without one the mean of input and output price.
  case cost
  case input, output, context, created

  /// The models that have it and are best of it are those with the largest amount.
  var isBetterLarger: Bool {
    switch self {
    case .cost, .input, .output, .created: false
    case .context: true
    }
  }

  /// USD, tokens, or seconds since 1970; nil where it is unknown or varies.
  func amount(
    of match: SearchMatch, in index: SearchIndex, workload: Workload?
  ) -> Decimal? {
    let model = index.catalog.models[match.index]
    return switch self {
    case .cost: index.comparableCost(of: match, workload: workload)
    case .input: model.pricing[.input]?.perMillion
    case .output: model.pricing[.output]?.perMillion
    case .context: model.contextLength.map { Decimal($0) }
    case .created: model.created.map { Decimal($0.timeIntervalSince1970) }
    }
  }

  /// `zero` is the text below amounts of zero.
  func axis(workload: Workload?, zero: String) -> PlotAxis {
    let money = PlotAxis.Scale.money(zero: zero)
    return switch self {
    case .cost:
      switch workload {
      case let workload?:
        PlotAxis(
          title: "USD \(workload.period) under the workload", shortTitle: "$ \(workload.period)",
          scale: money)
      case nil:
        PlotAxis(
          title: "mean of input and output price, USD per million tokens",
          shortTitle: "mean $/M", scale: money)
      }
    case .input, .output:
      PlotAxis(
        title: "\(rawValue) price, USD per million tokens", shortTitle: "\(rawValue) $/M",
        scale: money)
    case .context:
      PlotAxis(title: "context in tokens", shortTitle: "context", scale: .tokens)
    case .created:
      PlotAxis(title: "day of listing", shortTitle: "listed", scale: .days)
    }
  }

  /// An amount in words: `$12,300 a month`, `input 2.50 $/M`.
  func words(_ amount: Decimal, workload: Workload?, isEstimate: Bool) -> String {
    switch self {
    case .cost:
      if let workload {
        "\(CostText.dollars(amount, isEstimate: isEstimate)) \(workload.period)"
      } else {
        "mean \(PriceText.money(amount)) $/M"
      }
    case .input, .output: "\(rawValue) \(PriceText.money(amount)) $/M"
    case .context: "context \(CountText.grouped(NSDecimalNumber(decimal: amount).intValue))"
    case .created:
      "listed \(CalendarDay(Date(timeIntervalSince1970: NSDecimalNumber(decimal: amount).doubleValue)))"
    }
  }
}

extension Workload {
  /// What its costs are for.
  fileprivate var period: String { calls.period == .total ? "in all" : "a month" }
}
