package import ModelCatalog

/// The table of a model's endpoints as text: which columns fit, and what they show.
package struct EndpointGrid: Equatable, Sendable {
  package struct Column: Equatable, Sendable {
    package let column: EndpointColumn
    package let width: Int
  }

  package let columns: [Column]
  /// A row for each endpoint, in order; nil is unknown.
  package let rows: [[String?]]

  /// The first to be left out first: what is missing is never left out or cut.
  private static let leftOutFirst: [EndpointColumn] = [
    .discount, .uptime30m, .maxInput, .cacheRead, .maxOutput, .quantization, .latency,
    .throughput, .uptime1d, .context, .output, .input, .cost,
  ]
  private static let gap = 2
  private static let leastTag = 10

  /// `width` in cells.
  package init(
    _ endpoints: [Endpoint], of model: Model, workload: Workload? = nil, width: Int
  ) {
    var shown = EndpointColumn.usual(hasWorkload: workload != nil).filter { column in
      // Columns without a value.
      ![.discount, .maxInput, .lacks].contains(column)
        || endpoints.contains { column.shown(of: $0, model: model) != "" }
    }
    func cells(_ column: EndpointColumn) -> [String?] {
      endpoints.map { column.shown(of: $0, model: model, workload: workload) }
    }
    let all = shown.reduce(into: [EndpointColumn: [String?]]()) { $0[$1] = cells($1) }
    let natural = all.reduce(into: [EndpointColumn: Int]()) { widths, entry in
      widths[entry.key] = entry.value.reduce(CellWidth.of(entry.key.title)) {
        max($0, CellWidth.of($1 ?? "—"))
      }
    }
    func needed() -> Int {
      shown.reduce(-Self.gap) { $0 + (natural[$1] ?? 0) + Self.gap }
    }
    var over = needed() - width
    // The latency is left out first where no endpoint has one.
    let empty = [EndpointColumn.throughput, .latency].filter { column in
      all[column]?.allSatisfy { $0 == nil } ?? false
    }
    for column in empty + Self.leftOutFirst where over > 0 && shown.contains(column) {
      shown.removeAll { $0 == column }
      over = needed() - width
    }
    columns = shown.map { column in
      let width = natural[column] ?? 0
      return Column(
        column: column,
        width: column == .tag && over > 0 ? max(Self.leastTag, width - over) : width)
    }
    let kept = shown.map { all[$0] ?? [] }
    rows = endpoints.indices.map { row in kept.map { $0[row] } }
  }

  /// A cell padded to the width of its column, without what follows the last column.
  package func padded(_ text: String, at index: Int) -> String {
    let column = columns[index]
    let cut = CellWidth.truncate(text, to: column.width)
    let room = String(repeating: " ", count: max(0, column.width - CellWidth.of(cut)))
    if column.column.isNumber { return room + cut }
    return index == columns.count - 1 ? cut : cut + room
  }

  package static let separator = String(repeating: " ", count: gap)
}
