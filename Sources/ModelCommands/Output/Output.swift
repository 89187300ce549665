import ModelCatalog

/// Writes rows in the chosen format.
struct Output<Row: ListedRow> {
  let columns: [Column<Row>]
  let console: Console
  /// Whether csv begins with a byte order mark, by which spreadsheets know UTF-8.
  var hasMark = false

  func write(_ rows: [Row], as format: OutputFormat?) throws {
    switch format ?? (console.isTerminal ? .table : .tsv) {
    case .table:
      try console.write(TableText(columns: columns, console: console).text(of: rows))
    case .json:
      var bytes: [UInt8] = []
      JSONValue.list(rows.map(\.json)).append(to: &bytes, .pretty)
      try console.write(bytes + [UInt8(ascii: "\n")])
    case .jsonl:
      var bytes: [UInt8] = []
      for row in rows {
        row.json.append(to: &bytes, .compact)
        bytes.append(UInt8(ascii: "\n"))
      }
      try console.write(bytes)
    case .csv: try write(rows, DelimitedText.csv)
    case .tsv: try write(rows, DelimitedText.tsv)
    case .markdown: try console.write(MarkdownTable(columns: columns).text(of: rows))
    case .ids: try console.write(Array(rows.map { $0.id + "\n" }.joined().utf8))
    }
  }

  private func write(_ rows: [Row], _ dialect: DelimitedText) throws {
    var text = hasMark ? "\u{FEFF}" : ""
    text += dialect.line(columns.map { .text($0.name) })
    for row in rows {
      text += dialect.line(
        columns.map { $0.isNumber ? .number($0.raw(row)) : .text($0.raw(row)) })
    }
    try console.write(Array(text.utf8))
  }
}
