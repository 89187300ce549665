import Foundation
import Support
import Testing

/// The built program with one list of all hostile texts: its output as a terminal would receive it.
///
/// Serialized: all at once they would delay other tests beyond their time limits.
@Suite(.serialized)
struct HostileProgramTests {
  private let program: Program

  init() throws {
    program = try Program()
    try program.cache(HostileText.wholeBody)
  }

  /// What a terminal must not receive, by bytes and by scalars; tabs and CR are checked separately
  /// for formats that contain them.
  private func expectHarmless(
    _ text: String, allowing allowed: String = "\n", _ what: String,
    at location: SourceLocation = #_sourceLocation
  ) {
    var kept = text
    kept.unicodeScalars.removeAll { allowed.unicodeScalars.contains($0) }
    let fault = ShownText.controlFault(in: kept)
    #expect(fault == nil, "\(what): \(fault ?? "")", sourceLocation: location)
    #expect(!text.isEmpty, "\(what) is empty", sourceLocation: location)
  }

  @Test(arguments: [
    ("table", "\n"), ("json", "\n"), ("jsonl", "\n"), ("csv", "\r\n"), ("tsv", "\t\n"),
    ("markdown", "\n"), ("ids", "\n"),
  ])
  func `every format of a list is harmless`(format: String, allowed: String) async throws {
    let listed = try await program.run(
      "list", "source:openrouter", "--offline", "--format", format)
    #expect(listed.status == 0)
    #expect(listed.error == "")
    expectHarmless(listed.output, allowing: allowed, format)
    if format == "csv" || format == "tsv" {
      let records =
        format == "csv"
        ? CSVReader.records(listed.output)
        : listed.output.split(separator: "\n").map {
          $0.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
        }
      #expect(records.count > 400)
      #expect(Set(records.map(\.count)) == [13])
    }
    let categories = try await program.run(
      "categories", "--offline", "--format", format)
    #expect(categories.status == 0)
    expectHarmless(categories.output, allowing: allowed, "categories as \(format)")
  }

  @Test func `every other command is harmless`() async throws {
    for command in [
      ["stats"], ["stats", "--format", "json"], ["show", "\(HostileText.harmlessID)-7"],
      ["show", "\(HostileText.harmlessID)-7", "--format", "json"],
    ] {
      let outcome = try await program.shell(
        "modeldex \(command.joined(separator: " ")) --offline")
      #expect(outcome.status == 0)
      expectHarmless(outcome.output, "\(command)")
    }
  }

  @Test func `a refresh, its changes and the status after it are harmless`() async throws {
    try await SimulatedOpenRouter.serving(
      .listing(["acme/hostile-0", "acme/other"]), .body(HostileText.wholeBody),
      .body(HostileText.wholeBody), .error(500, HostileText.joined)
    ) { server in
      for (arguments, status) in [
        ("refresh", 0), ("refresh", 0), ("refresh --format json", 0), ("refresh", 2),
        ("status", 0), ("status --format json", 0),
      ] as [(String, Int32)] {
        let outcome = try await program.shell(
          "modeldex \(arguments) --upstream \(server.address)")
        #expect(outcome.status == status, "\(arguments): \(outcome.error)")
        expectHarmless(outcome.output + outcome.error, arguments)
      }
    }
  }

  @Test(arguments: [
    "list", "list --", "list 'pricee<1'", "show", "list --sort", "list --columns", "list --format",
    "plot", "plot --x",
    "status --upstream", "status --refresh-interval", "--nonsense=", "categories",
  ])
  func `hostile arguments are not echoed unchanged`(command: String) async throws {
    let outcome = try await program.shell(
      "modeldex \(command) \"$TEXT\" --offline", setting: ["TEXT": HostileText.joined])
    #expect(outcome.status != 0)
    expectHarmless(outcome.error, command)
    expectHarmless(outcome.output + "\n", command)
  }
}
