import ArgumentParser

/// The `--bom` option of commands that write csv.
struct MarkOption: ParsableArguments {
  @Flag(help: "Begin csv with a byte order mark, for spreadsheets.")
  var bom = false

  /// Whether to write the mark; throws if the format has none.
  func isWanted(in format: OutputFormat?) throws(CommandFailure) -> Bool {
    guard !bom || format == .csv else {
      throw .usage("--bom: only --format csv can begin with a byte order mark")
    }
    return bom
  }
}
