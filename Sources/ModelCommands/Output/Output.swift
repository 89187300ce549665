import ModelCatalog

/// Writes records in the format that was asked for.
struct Output<Record: ListedRecord> {
  let columns: [Column<Record>]
  let console: Console

  func write(_ records: [Record], as format: OutputFormat?) throws {
    switch format ?? (console.isTerminal ? .table : .tsv) {
    case .table:
      try console.write(TableText(columns: columns, console: console).text(of: records))
    case .json:
      var bytes: [UInt8] = []
      JSONValue.list(records.map(\.record)).append(to: &bytes, .pretty)
      try console.write(bytes + [UInt8(ascii: "\n")])
    case .jsonl:
      var bytes: [UInt8] = []
      for record in records {
        record.record.append(to: &bytes, .compact)
        bytes.append(UInt8(ascii: "\n"))
      }
      try console.write(bytes)
    case .csv: try write(records, DelimitedText.csv)
    case .tsv: try write(records, DelimitedText.tsv)
    case .markdown: try console.write(MarkdownTable(columns: columns).text(of: records))
    case .ids: try console.write(Array(records.map { $0.id + "\n" }.joined().utf8))
    }
  }

  private func write(_ records: [Record], _ dialect: DelimitedText) throws {
    var text = dialect.line(columns.map { .text($0.name) })
    for record in records {
      text += dialect.line(
        columns.map { $0.isNumber ? .number($0.raw(record)) : .text($0.raw(record)) })
    }
    try console.write(Array(text.utf8))
  }
}
