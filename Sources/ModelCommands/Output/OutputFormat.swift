import ArgumentParser

/// How a list of records is written.
enum OutputFormat: String, ExpressibleByArgument, CaseIterable, Sendable {
  case table, json, jsonl, csv, tsv, markdown, ids

  /// Whether it is made of columns that can be chosen.
  var hasColumns: Bool {
    switch self {
    case .table, .csv, .tsv, .markdown: true
    case .json, .jsonl, .ids: false
    }
  }
}

/// How one page is written.
enum PageFormat: String, ExpressibleByArgument, CaseIterable, Sendable {
  case text, json
}
