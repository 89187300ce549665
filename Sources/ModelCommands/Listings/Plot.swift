import ArgumentParser
import Foundation
import ModelCatalog
import ModelText

/// Draws a score of the models that match a query against what they cost.
struct Plot: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "plot",
    abstract: "Draw the scores of models against their cost as a picture.",
    discussion: """
      Every model that matches and has both figures is a point. The line goes through the \
      frontier, the models for which no other costs no more and scores no less and is better in \
      one of the two; against the context or the day of listing, those with which no larger or no \
      earlier one competes. Batch and free variants have a mark of their own and are not on the \
      frontier unless the query asks for them.

      Cost is USD a month under the workload, without one the mean of input and output price. The \
      picture has the size of the terminal, in a pipe 100 columns and 30 rows.

      Exits with 1 if no model has both figures, with 64 if the query is malformed.

      Examples:
        modeldex plot
        modeldex plot has:tools --y coding --workload 'in=3000 out=500 calls=50000/day'
        modeldex plot author:anthropic,openai --x created
      """)

  @Argument(help: "The query, for example: has:tools ctx>=200k")
  var query: [String] = []

  @Option(
    help: ArgumentHelp(
      "The horizontal axis: \(PlotFigure.allValueStrings.joined(separator: ", ")).",
      valueName: "figure"))
  var x = PlotFigure.cost

  @Option(
    help: ArgumentHelp(
      "The vertical axis: \(PlotScore.allValueStrings.joined(separator: ", ")).",
      valueName: "score"))
  var y = PlotScore.standard

  @OptionGroup var workload: WorkloadOption
  @OptionGroup var past: PastOption
  @OptionGroup var registry: RegistryOptions

  private static let columnsInPipe = 100
  private static let linesInPipe = 30

  func run() async throws {
    let environment = ProcessInfo.processInfo.environment
    let settings = try registry.settings(environment: environment, flags: workload.flags)
    let console = Console(settings)
    let workload = settings.workload?.value
    let moment = try past.moment()
    let search = try QuerySearch(
      query.joined(separator: " "), workload: workload, environment: environment,
      isPast: moment != nil)
    let answer = try await search.answer(
      from: ModelSource(settings: settings, console: console), at: moment)
    for notice in answer.notices { console.note(notice) }
    if answer.result.isEmpty { throw search.nothing(in: answer.index) }
    let plot = ValuePlot(
      of: answer.result.matches, in: answer.index, for: search.query, figure: x, score: y.fact,
      workload: workload)
    guard !plot.rows.isEmpty else {
      let count = CountText.of(answer.result.matches.count, "model")
      throw CommandFailure.nothing(
        "none of \(count) has both figures: \(plot.plot.y.title) and \(plot.plot.x.title)")
    }
    let source = ScoreSource.line([.artificialAnalysis])
    // The source and, on a terminal, the prompt need a line each below the picture.
    let rows = console.height.map { max(1, $0 - 2) } ?? Self.linesInPipe - 1
    let lines = plot.plot.lines(columns: console.width ?? Self.columnsInPipe, rows: rows)
    let text = (lines.map { line(of: $0, console.styler) } + [console.styler.paint(source, .faint)])
      .map { $0 + "\n" }.joined()
    try console.write(text)
  }

  private func line(of pieces: [PlotPiece], _ styler: ANSIStyler) -> String {
    let end = pieces.lastIndex { $0.text.contains { $0 != " " } }.map { $0 + 1 } ?? 0
    return pieces.prefix(end).map { styler.paint($0.text, $0.role.style) }.joined()
  }
}

/// A score as an argument.
struct PlotScore: ExpressibleByArgument, Equatable, Sendable {
  let fact: Fact

  static let all = Frontier.scores.map(PlotScore.init)
  static let standard = all[0]
  static var allValueStrings: [String] { all.map(\.fact.name) }

  var defaultValueDescription: String { fact.name }

  init(_ fact: Fact) { self.fact = fact }

  init?(argument: String) {
    guard let score = Self.all.first(where: { $0.fact.name == argument }) else { return nil }
    self = score
  }
}

extension PlotFigure: ExpressibleByArgument {}

extension PlotPiece.Role {
  /// Its colours on a terminal.
  fileprivate var style: TextStyle {
    switch self {
    case .blank, .point(.ordinary), .label(.frontier): .plain
    case .title, .selectedPoint, .selectedLabel: .strong
    case .axis, .point(.variant), .label(.ordinary), .label(.variant): .faint
    case .line: .price
    case .point(.frontier): .good
    }
  }
}
