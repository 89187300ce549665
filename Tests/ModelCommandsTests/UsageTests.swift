import Foundation
import Support
import Testing

/// Wrong usage: one line on stderr, nothing on stdout, status 64.
struct UsageTests {
  private static let see = "(See 'modeldex list --help' for more information.)"

  @Test(arguments: [
    ("list --frmat ids", "Unknown option '--frmat'. Did you mean '--format'? \(see)"),
    (
      "list --format xml",
      "The value 'xml' is invalid for '--format <format>'. Please provide one of the following: "
        + "table, json, jsonl, csv, tsv, markdown, ids \(see)"
    ),
    (
      "list --columns id,nmae",
      "--columns: there is no column “nmae”; did you mean “name”? (modeldex facts lists all)"
    ),
    ("list --columns id --format json", "--columns: json has no columns to choose"),
    ("list -preview", "Unknown option '-preview'; a query that begins with - goes after --"),
    (
      "plot --y speed",
      "The value 'speed' is invalid for '--y <score>'. Please provide one of 'intelligence', "
        + "'coding' or 'agentic'. (See 'modeldex plot --help' for more information.)"
    ),
    (
      "endpoints a/b --sort name",
      "The value 'name' is invalid for '--sort <key>'. Please provide one of 'price', 'uptime', "
        + "'latency', 'throughput' or 'context'. (See 'modeldex endpoints --help' for more information.)"
    ),
    (
      "plot --x price",
      "The value 'price' is invalid for '--x <figure>'. Please provide one of 'cost', "
        + "'input', 'output', 'context' or 'created'. (See 'modeldex plot --help' for more information.)"
    ),
    ("show a --as id --format json", "--as and --format exclude each other"),
    (
      "lint --baseline a --write-baseline b",
      "--baseline and --write-baseline exclude each other"
    ),
    (
      "lint --since soon", "--since: “soon” is not a date: write 2026-08-01 or 2026-08-01T12:00:00Z"
    ),
    ("list --limit 0", "--limit: 0 is not 1 or more"),
    ("list --limit many", "The value 'many' is invalid for '--limit <n>' \(see)"),
    (
      "list --sort cheap",
      "--sort: “cheap” is not one of relevance, name, price, output, ctx, new, another fact "
        + "(modeldex facts), or - and one of them"
    ),
    (
      "list --color pink",
      "The value 'pink' is invalid for '--color <color>'. Please provide one of 'auto', 'always' "
        + "or 'never'. \(see)"
    ),
    (
      "list --refresh-interval soon",
      "--refresh-interval: “soon” is not a duration like 30s, 15m or 1h"
    ),
    (
      "list --refresh-interval 5s",
      "--refresh-interval: “5s” is shorter than 1m, the minimum for this upstream"
    ),
    (
      "list --upstream ftp://x/y",
      "--upstream: the upstream `ftp://x/y` begins with ftp://, not http, https or file"
    ),
    (
      "show", "Missing expected argument '<id>' (See 'modeldex show --help' for more information.)"
    ),
    (
      "show a b",
      "show takes one model; to see more side by side: modeldex compare a b "
        + "(See 'modeldex show --help' for more information.)"
    ),
    (
      "status --format xml",
      "The value 'xml' is invalid for '--format <format>'. Please provide one of 'text' and 'json'."
        + " (See 'modeldex status --help' for more information.)"
    ),
  ])
  func `an invalid argument is named`(arguments: String, complaint: String) async throws {
    let outcome = try await Program().shell("modeldex \(arguments)")
    #expect(outcome == .init(output: "", error: "modeldex: \(complaint)\n", status: 64))
  }

  @Test(arguments: [
    (
      "claude contxt>=128k",
      """
      there is no field “contxt” (at character 8); did you mean “context”?
        claude contxt>=128k
               ^^^^^^
      """
    ),
    (
      "模型 is:fre x",
      """
      “fre” is not one of is:free,new,alias,router,variant,batch,expiring,expired,favorite,changed,removed,retired \
      (at character 7); did you mean “free”?
        模型 is:fre x
                ^^^
      """
    ),
    (
      "claude ctx >= 200k",
      """
      a comparison is written without spaces (at character 8); did you mean “ctx>=200k”?
        claude ctx >= 200k
               ^^^
      """
    ),
    (
      "ctx>=",
      """
      “ctx>=” needs a number of tokens like 128k (at character 6)
        ctx>=
             ^
      """
    ),
    (
      "sort:price a \"b",
      """
      the quote is not closed (at character 14)
        sort:price a "b
                     ^
      """
    ),
  ])
  func `an invalid query is shown with its position`(
    query: String, complaint: String
  ) async throws {
    let outcome = try await Program().run("list", query)
    #expect(outcome == .init(output: "", error: "modeldex: \(complaint)\n", status: 64))
  }

  @Test func `the browser needs a terminal`() async throws {
    let outcome = try await Program().run("gpt")
    #expect(
      outcome
        == .init(
          output: "",
          error: "modeldex: The browser needs a terminal, and this process has none. In a pipe "
            + "use: modeldex list 'gpt'\n", status: 2))
  }

  @Test func `help and version go to stdout and succeed`() async throws {
    let program = try Program()
    #expect(try await program.run("--version") == .init(output: "0.1.0\n", error: "", status: 0))
    let help = try await program.run("--help")
    #expect(help.status == 0)
    #expect(help.error == "")
    for command in ["browse", "list", "show", "plot", "categories", "refresh", "status", "stats"] {
      #expect(help.output.contains("\n  \(command) "))
    }
    #expect(help.output.contains("modeldex list 'is:free has:tools'"))
  }
}
