import Foundation
package import ModelCatalog

/// The models that a query found as points: a score against what they cost or another figure.
///
/// A model without one of the two is left out. The frontier is that of the two axes: nothing on the
/// left of a member scores as high, or, against the context, nothing on the right of it.
package struct ValuePlot: Equatable, Sendable {
  /// The model of a point.
  package struct Row: Equatable, Sendable {
    /// The model's index in the catalogue.
    package let index: Int
    let amount: Decimal
    let score: Double
    let isEstimate: Bool
  }

  package let figure: PlotFigure
  package let score: Fact
  package let workload: Workload?
  /// Parallel to the points of the plot.
  package let rows: [Row]
  package let plot: ScatterPlot

  package init(
    of matches: [SearchMatch], in index: SearchIndex, for query: Query, figure: PlotFigure,
    score: Fact, workload: Workload?
  ) {
    self.figure = figure
    self.score = score
    self.workload = workload
    let models = index.catalog.models
    var found: [(match: SearchMatch, row: Row)] = []
    for match in matches {
      let model = models[match.index]
      guard case .score(let points) = score.value(in: model),
        let amount = figure.amount(of: match, in: index, workload: workload)
      else { continue }
      let row = Row(
        index: match.index, amount: amount, score: points,
        isEstimate: figure == .cost && workload?.isEstimate(for: model) == true)
      found.append((match, row))
    }
    let candidates = Set(index.frontierCandidates(of: found.map(\.match), for: query))
    let compared = found.filter { candidates.contains($0.match) }
    let members = Set(
      Frontier.positions(
        costs: compared.map { figure.isBetterLarger ? -$0.row.amount : $0.row.amount },
        scores: compared.map(\.row.score)
      ).map { compared[$0].match })
    let points = found.map { match, row in
      PlotPoint(
        x: NSDecimalNumber(decimal: row.amount).doubleValue, y: row.score,
        label: String(models[match.index].shortName),
        kind: members.contains(match)
          ? .frontier : candidates.contains(match) ? .ordinary : .variant)
    }
    let shown = zip(found, points).compactMap { one, point in point.map { (one.row, $0) } }
    rows = shown.map(\.0)
    let areFree = rows.allSatisfy { !$0.amount.isZero || models[$0.index].isFree }
    plot = ScatterPlot(
      points: shown.map(\.1),
      x: figure.axis(workload: workload, zero: figure == .cost && areFree ? "free" : "$0"),
      y: PlotAxis(title: score.words, scale: .score))
  }

  /// The position of a model's point; nil if it has none.
  package func position(of index: Int) -> Int? { rows.firstIndex { $0.index == index } }

  /// The position of the highest point on the frontier; without one of the first point; nil if
  /// there is no point.
  package var best: Int? {
    let onFrontier = plot.points.indices.filter { plot.points[$0].kind == .frontier }
    return onFrontier.max { plot.points[$0].y < plot.points[$1].y } ?? plot.points.indices.first
  }

  /// Both figures of a point, and whether it is on the frontier: `coding 74.2 · $12,300 a month`.
  package func words(of position: Int) -> String {
    let row = rows[position]
    let kind =
      switch plot.points[position].kind {
      case .frontier: " · on the frontier"
      case .ordinary, .variant: ""
      }
    let figureWords =
      switch plot.x.scale {
      case .money("free") where row.amount.isZero: "free"
      case .money, .tokens, .days, .score:
        figure.words(row.amount, workload: workload, isEstimate: row.isEstimate)
      }
    return "\(score.words) \(row.score.shortText) · \(figureWords)\(kind)"
  }
}
