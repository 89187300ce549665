import ModelCatalog

/// One fact of records, as people and as programs want to read it.
struct Column<Row: ListedRow> {
  /// For programs and `--columns`.
  let name: String
  /// For people.
  let title: String
  var isNumber = false
  var isDate = false
  var style = TextStyle.plain
  /// Rounded and with words for what is not known.
  let shown: (Row) -> String
  /// Exact, and empty for what is not known.
  let raw: (Row) -> String

  /// Whether a table may cut it: half a date or a number is a wrong one.
  var isFlexible: Bool { !isNumber && !isDate }
}

/// Something of which a command lists many.
protocol ListedRow {
  var id: String { get }
  /// In our own JSON.
  var json: JSONValue { get }
}
