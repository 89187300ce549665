import ModelCatalog

/// One column of a list, for people and for programs.
struct Column<Row: ListedRow> {
  /// The name for programs and `--columns`.
  let name: String
  /// The title for people.
  let title: String
  var isNumber = false
  var isDate = false
  var style = TextStyle.plain
  /// For people: rounded, with words for unknown values.
  let shown: (Row) -> String
  /// For programs: exact, empty if unknown.
  let raw: (Row) -> String

  /// Whether a table may truncate it: a truncated number or date would be wrong.
  var isFlexible: Bool { !isNumber && !isDate }
}

/// A row of a list.
protocol ListedRow {
  var id: String { get }
  /// In our own JSON.
  var json: JSONValue { get }
}
