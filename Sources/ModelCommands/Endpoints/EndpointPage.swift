import Foundation
import ModelCatalog
import ModelRegistry
import ModelText

/// The endpoints of one model in every format.
struct EndpointPage {
  let known: ModelEndpoints
  let model: Model
  let order: EndpointOrder
  let workload: Workload?
  /// Why they are no newer.
  let failure: EndpointFailure?
  let now: Date

  func write(to console: Console, as format: OutputFormat, hasMark: Bool) throws {
    let endpoints = order.sorted(known.endpoints, of: model, workload: workload)
    if format == .table {
      return try console.write(table(of: endpoints, console))
    }
    let rows = endpoints.map { ListedEndpoint(endpoint: $0, model: model, workload: workload) }
    let columns = ListedEndpoint.columns(
      hasWorkload: workload != nil, isForPeople: format == .markdown)
    try Output(columns: columns, console: console, hasMark: hasMark).write(rows, as: format)
  }

  /// For stderr: what upstream said otherwise, and how old this is if it is not new.
  var notes: [String] {
    var notes: [String] = []
    if let failure {
      notes.append("\(failure.summary); \(EndpointWords.age(of: known, now: now))")
    }
    if let other = known.answeredID {
      notes.append("OpenRouter answered about \(other) when it was asked for \(known.id)")
    }
    if known.leftOut > 0 {
      notes.append("\(CountText.of(known.leftOut, "endpoint")) could not be read or were too many")
    }
    return notes
  }

  private func table(of endpoints: [Endpoint], _ console: Console) -> String {
    let styler = console.styler
    var text = styler.paint(model.name, .strong) + "  " + styler.paint(known.id, .title) + "\n"
    let head = [
      EndpointWords.prices(known, of: model), EndpointWords.completeness(known, of: model),
      EndpointWords.age(of: known, now: now),
    ].compactMap(\.self)
    for line in head.flatMap({ TextWrap.lines($0, width: console.width ?? .max) }) {
      text += line + "\n"
    }
    guard !endpoints.isEmpty else { return text }
    let grid = EndpointGrid(
      endpoints, of: model, workload: workload, width: console.width ?? .max)
    text += "\n" + line(grid.columns.map(\.column.title), grid) { _ in .faint }
    for row in grid.rows {
      text += line(row.map { $0 ?? "?" }, grid) { grid.columns[$0].column.style }
    }
    if EndpointWords.lacksMedians(known) {
      text += styler.paint(EndpointWords.needsKey, .faint) + "\n"
    }
    return text

    func line(_ cells: [String], _ grid: EndpointGrid, style: (Int) -> TextStyle) -> String {
      let padded = cells.indices.map { styler.paint(grid.padded(cells[$0], at: $0), style($0)) }
      var line = padded.joined(separator: EndpointGrid.separator)
      while line.last == " " { line.removeLast() }
      return line + "\n"
    }
  }
}

extension EndpointColumn {
  fileprivate var style: TextStyle {
    switch self {
    case .tag: .title
    case .input, .output, .cacheRead, .cost: .price
    case .lacks: .caution
    case .provider, .region, .tier, .context, .maxInput, .maxOutput, .quantization, .uptime1d,
      .uptime30m, .latency, .throughput, .discount:
      .plain
    }
  }
}

/// An endpoint as a row for programs.
struct ListedEndpoint: ListedRow {
  let endpoint: Endpoint
  let model: Model
  let workload: Workload?

  var id: String { endpoint.tag.description }
  var json: JSONValue { endpoint.json(of: model, workload: workload) }

  static func columns(hasWorkload: Bool, isForPeople: Bool) -> [Column<ListedEndpoint>] {
    let chosen =
      isForPeople
      ? EndpointColumn.usual(hasWorkload: hasWorkload)
      : EndpointColumn.allCases.filter { $0 != .cost || hasWorkload }
    return chosen.map { column in
      Column(
        name: column == .uptime1d ? "uptime1d" : column.rawValue, title: column.title,
        isNumber: column.isNumber,
        shown: { $0.shown(column) ?? "?" }, raw: { $0.raw(column) })
    }
  }

  private func shown(_ column: EndpointColumn) -> String? {
    column.shown(of: endpoint, model: model, workload: workload)
  }

  private func raw(_ column: EndpointColumn) -> String {
    column.raw(of: endpoint, model: model, workload: workload)
  }
}
