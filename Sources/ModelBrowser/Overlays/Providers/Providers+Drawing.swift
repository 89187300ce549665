import ModelCatalog
import ModelRegistry
import ModelText

extension Providers {
  func draw(over state: State, into frame: inout Frame) {
    let layout = layout(in: state)
    frame.drawBox(layout.area, title: "Providers of \(subject ?? id)")
    let endpoints = endpoints(in: state)
    let grid = model(in: state).map {
      // Two cells for the mark of the selected row.
      EndpointGrid(
        endpoints, of: $0, workload: state.search.workload, width: layout.rows.columns - 2)
    }
    draw(head(in: state), in: layout.head, into: &frame)
    guard let grid, !endpoints.isEmpty else { return }
    drawTitles(of: grid, in: layout.titles, into: &frame)
    let selected = selectedRow(of: endpoints)
    for (line, cells) in grid.rows.dropFirst(top).prefix(layout.rows.rows).enumerated() {
      let row = layout.rows.row + line
      let start = Point(row: row, column: layout.rows.column)
      let isSelected = top + line == selected
      frame.put(
        [StyledText(isSelected ? "▸ " : "  ", Theme.activeTitle)] + spans(cells, grid), at: start,
        width: layout.rows.columns)
      guard isSelected else { continue }
      frame.select(
        Rect(
          row: row, column: layout.area.column + 1, rows: 1, columns: layout.area.columns - 2))
    }
    ScrollBar(count: endpoints.count, top: top).draw(
      beside: Rect(
        row: layout.rows.row, column: layout.rows.column, rows: layout.rows.rows,
        columns: layout.rows.columns + 1), into: &frame)
  }

  private func draw(_ lines: [[StyledText]], in area: Rect, into frame: inout Frame) {
    for (line, spans) in lines.prefix(area.rows).enumerated() {
      frame.put(
        spans, at: Point(row: area.row + line, column: area.column), width: area.columns)
    }
  }

  // MARK: - The sentences

  /// Where the parts stand.
  func layout(in state: State) -> ProvidersLayout {
    ProvidersLayout(size: state.world.size, headLines: head(in: state).count)
  }

  private func head(in state: State) -> [[StyledText]] {
    let width = max(1, state.world.size.columns - 4)
    return sentences(in: state).flatMap { sentence in
      TextWrap.lines(sentence.text, width: width).map { [StyledText($0, sentence.style)] }
    }
  }

  private func sentences(in state: State) -> [StyledText] {
    guard let subject else {
      let isCore = state.catalog[id]?.source == .core
      return [
        StyledText(
          isCore
            ? "A core model is served by its maker alone: it has no endpoints."
            : "It is no longer listed, so it has no endpoints.")
      ]
    }
    guard let known = known(in: state) else {
      guard let failure = state.serving.failures[subject] else {
        return [StyledText("Asking OpenRouter who serves it…", Theme.faint)]
      }
      return [StyledText("Not known: \(failure.summary).", Theme.caution)]
    }
    var sentences: [StyledText] = []
    if known.endpoints.isEmpty {
      sentences.append(StyledText("OpenRouter names no endpoints of it."))
    } else if let model = model(in: state) {
      sentences.append(StyledText(EndpointWords.prices(known, of: model), Theme.strong))
      if let words = EndpointWords.completeness(known, of: model) {
        sentences.append(StyledText(words))
      }
    }
    if let problem = problem(of: known, state) {
      sentences.append(StyledText(problem, Theme.caution))
    }
    return sentences + [StyledText(status(of: known, state), Theme.faint)]
  }

  /// What is wrong with what is shown; nil if nothing is.
  private func problem(of known: ModelEndpoints, _ state: State) -> String? {
    let parts = [
      subject.flatMap { state.serving.failures[$0]?.summary },
      known.answeredID.map { "OpenRouter answered about \($0)" },
      known.leftOut > 0 ? "\(known.leftOut) more could not be read or were too many" : nil,
    ].compactMap(\.self)
    return parts.isEmpty ? nil : parts.joined(separator: "; ")
  }

  /// The order and the age, and what a key would add.
  private func status(of known: ModelEndpoints, _ state: State) -> String {
    let isAsking = subject.map(state.serving.asking.contains) ?? false
    let hasNoMedians = !known.endpoints.isEmpty && EndpointWords.lacksMedians(known)
    return [
      order.words, EndpointWords.age(of: known, now: state.world.now),
      isAsking ? "asking OpenRouter…" : nil, hasNoMedians ? EndpointWords.needsKey : nil,
    ].compactMap(\.self).joined(separator: " · ")
  }

  // MARK: - The table

  private func drawTitles(of grid: EndpointGrid, in area: Rect, into frame: inout Frame) {
    let spans = grid.columns.indices.map { index in
      let column = grid.columns[index].column
      return StyledText(
        grid.padded(column.title, at: index),
        column == sortedColumn(in: grid) ? Theme.sortedColumn : Theme.columnTitle)
    }
    frame.put(
      [StyledText("  ")] + Self.joined(spans), at: Point(row: area.row, column: area.column),
      width: area.columns)
  }

  private func sortedColumn(in grid: EndpointGrid) -> EndpointColumn {
    switch order {
    case .price: grid.columns.contains { $0.column == .cost } ? .cost : .input
    case .uptime: .uptime1d
    case .latency: .latency
    case .throughput: .throughput
    case .context: .context
    }
  }

  private func spans(_ cells: [String?], _ grid: EndpointGrid) -> [StyledText] {
    Self.joined(
      cells.indices.map { index in
        let style = cells[index] == nil ? Theme.faint : grid.columns[index].column.style
        return StyledText(grid.padded(cells[index] ?? "—", at: index), style)
      })
  }

  private static func joined(_ spans: [StyledText]) -> [StyledText] {
    Array(spans.map { [$0] }.joined(separator: [StyledText(EndpointGrid.separator)]))
  }
}

extension EndpointColumn {
  fileprivate var style: Style {
    switch self {
    case .tag: Theme.strong
    case .input, .output, .cacheRead, .cost: Theme.price
    case .lacks: Theme.caution
    case .quantization, .discount: Theme.faint
    case .provider, .region, .tier, .context, .maxInput, .maxOutput, .uptime1d, .uptime30m,
      .latency, .throughput:
      Theme.plain
    }
  }
}
