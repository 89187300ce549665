/// Parses RFC 4180: quoted cells may contain commas, quotes and line breaks.
enum CSVReader {
  static func records(_ text: String) -> [[String]] {
    var records: [[String]] = []
    var record: [String] = []
    var cell = String.UnicodeScalarView()
    var isQuoted = false
    var wasQuote = false
    for scalar in text.unicodeScalars {
      if isQuoted, scalar == "\"" {
        isQuoted = false
        wasQuote = true
        continue
      }
      if wasQuote, scalar == "\"" {
        cell.append(scalar)
        isQuoted = true
      } else if isQuoted {
        cell.append(scalar)
      } else if scalar == "\"", cell.isEmpty {
        isQuoted = true
      } else if scalar == "," {
        record.append(String(cell))
        cell = .init()
      } else if scalar == "\n", cell.last == "\r" || cell.isEmpty {
        if cell.last == "\r" { cell.removeLast() }
        records.append(record + [String(cell)])
        (record, cell) = ([], .init())
      } else {
        cell.append(scalar)
      }
      wasQuote = false
    }
    return records
  }
}
