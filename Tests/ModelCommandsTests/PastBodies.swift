import Foundation
import Support

/// Three lists of a small upstream, in files with their dates in their names.
enum PastBodies {
  private static func scheduled(_ price: String) -> ListingBody.Row {
    ListingBody.Row("a/hourly").with(
      "pricing",
      """
      {"prompt":"\(price)","completion":"0.000002","overrides":[
       {"utc_start":800,"utc_end":1600,"prompt":"0.000001"}]}
      """)
  }

  static let first = ListingBody.of([
    .init("a/one-pro"), .init("a/two", price: "0.000003"), .init("a/words"), scheduled("0.000001"),
  ])
  static let second = ListingBody.of([
    .init("a/one-pro").with("context_length", "64000"), .init("a/two", price: "0.000002"),
    .init("a/words").with("description", "\"Other words.\""), scheduled("0.000004"),
  ])
  static let third = ListingBody.of([
    .init("a/one-2-pro", price: "0").with("created", "1785000000"),
    .init("a/two", price: "0.000004").with("supported_parameters", "[\"seed\",\"tools\"]"),
    .init("a/words"), scheduled("0.000001"),
  ])

  /// Writes them below the program's home: `list-20260701.json` and so on.
  static func write(for program: Program) throws -> [String] {
    try [("20260701", first), ("2026080112", second), ("20260821063000", third)].map {
      try program.write($0.1, to: "list-\($0.0).json")
    }
  }

  /// Imports them.
  static func importAll(into program: Program) async throws {
    for file in try write(for: program) { _ = try await program.run("import", file) }
  }
}
