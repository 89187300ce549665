import ModelCatalog
import ModelText

/// The value: a score of the models in the list against what they cost, as a picture.
struct Value: OverlayContent {
  /// The position of the score among ``Frontier/scores``.
  private var scoreIndex = 0
  /// The model that was selected last; one that the picture lacks is remembered.
  private(set) var selection: Model.ID?

  /// Begins with the score that orders the list, and with the model that is selected there.
  init(in state: State) {
    if case .fact(let fact) = state.shownSort.key, let index = Frontier.scores.firstIndex(of: fact)
    {
      scoreIndex = index
    }
    selection = state.navigation.selection
  }

  var overlay: Overlay { .value(self) }
  var mode: KeyMode { .value }
  var score: Fact { Frontier.scores[scoreIndex] }

  static let bindings = Binding.Group(
    title: "In the picture of value", modes: [.value],
    bindings: [
      Binding(
        "point-left", [.left, "h"], .value(.move(.left)), "the nearest point to the left",
        hint: "move"),
      Binding(
        "point-down", [.down, "j"], .value(.move(.down)), "the nearest point below"),
      Binding("point-up", [.up, "k"], .value(.move(.up)), "the nearest point above"),
      Binding(
        "point-right", [.right, "l"], .value(.move(.right)), "the nearest point to the right"),
      Binding(
        "next-score", [.tab], .value(.nextScore), "the next score: intelligence, coding, agentic",
        hint: "score"),
      Binding("previous-score", [.backTab], .value(.previousScore), "the score before"),
      Binding(
        "to-list", [.enter], .value(.showInList), "back to the list, with this model selected",
        hint: "to the list"),
      Binding(
        "close-value", [.escape, "v"], .value(.close), "close the picture", hint: "close"),
    ])

  func hints(_ keys: KeyTable) -> [Hint] {
    [
      keys.hint(
        .value(.move(.left)), .value(.move(.down)), .value(.move(.up)), .value(.move(.right)),
        in: mode),
      keys.hint(.value(.nextScore), in: mode), keys.hint(.value(.showInList), in: mode),
      keys.hint(.share(.copyCommand), text: "copy command", in: mode),
      keys.hint(.value(.close), in: mode),
    ].compactMap(\.self)
  }

  // MARK: - What is shown

  func plot(in state: State) -> ValuePlot {
    ValuePlot(
      of: state.search.matches, in: state.search.index, for: state.search.query, figure: .cost,
      score: score, workload: state.scope.context.workload)
  }

  /// The position of the selected model in the plot, or of the best one if that is not in it; nil
  /// if there is no point.
  func position(in plot: ValuePlot, _ state: State) -> Int? {
    let selected = selection.flatMap { state.search.index.catalog.index(of: $0) }
      .flatMap(plot.position)
    return selected ?? plot.best
  }

  // MARK: - Update

  mutating func handle(_ input: OverlayInput, in state: State) -> OverlayResponse {
    switch input {
    case .action(.value(let action)): return perform(action, in: state)
    case .action(.share(.copyCommand)):
      let command = state.plotCommand(score: score)
      return .run([.copy(command, label: command)])
    case .action(.quit): return .perform(.quit)
    case .press(let point): return press(point, in: state)
    case .action, .text, .wheel: return .stay
    }
  }

  private mutating func perform(_ action: Action.Value, in state: State) -> OverlayResponse {
    switch action {
    case .close: return .close
    case .nextScore: changeScore(by: 1)
    case .previousScore: changeScore(by: -1)
    case .move(let direction):
      let plot = plot(in: state)
      guard let position = position(in: plot, state),
        let neighbour = plot.plot.neighbour(of: position, toward: direction)
      else { return .stay }
      select(neighbour, of: plot, in: state)
    case .showInList:
      let plot = plot(in: state)
      guard let position = position(in: plot, state) else { return .close }
      return .showInList(model(position, of: plot, in: state))
    }
    return .stay
  }

  private mutating func changeScore(by step: Int) {
    let count = Frontier.scores.count
    scoreIndex = (scoreIndex + step + count) % count
  }

  /// Selects the nearest point; a second click goes to that model in the list.
  private mutating func press(_ point: Point, in state: State) -> OverlayResponse {
    let plot = plot(in: state)
    guard let area = ValueLayout(size: state.world.size).picture, area.contains(point),
      let nearest = plot.plot.nearest(
        toRow: point.row - area.row, column: point.column - area.column, columns: area.columns,
        rows: area.rows)
    else { return .stay }
    if nearest == position(in: plot, state) {
      return .showInList(model(nearest, of: plot, in: state))
    }
    select(nearest, of: plot, in: state)
    return .stay
  }

  private mutating func select(_ position: Int, of plot: ValuePlot, in state: State) {
    selection = model(position, of: plot, in: state)
  }

  private func model(_ position: Int, of plot: ValuePlot, in state: State) -> Model.ID {
    state.search.index.catalog.models[plot.rows[position].index].id
  }
}
