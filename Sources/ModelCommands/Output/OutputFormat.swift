import ArgumentParser

/// The output formats of a list.
enum OutputFormat: String, ExpressibleByArgument, CaseIterable, Sendable {
  case table, json, jsonl, csv, tsv, markdown, ids

  /// Whether `--columns` applies.
  var hasColumns: Bool {
    switch self {
    case .table, .csv, .tsv, .markdown: true
    case .json, .jsonl, .ids: false
    }
  }
}

/// The output formats of a page.
enum PageFormat: String, ExpressibleByArgument, CaseIterable, Sendable {
  case text, json
}

/// The output formats of changes.
enum ChangesFormat: String, ExpressibleByArgument, CaseIterable, Sendable {
  case text, json, atom
}
