import Foundation
import ModelRegistry
import Support
import Testing

@testable import ModelCommands

/// `list --view`: the views that the browser keeps.
struct ViewTests {
  private let program: Program

  init() throws {
    program = try Program()
    try program.cache(SmallBody.data)
  }

  private func keep(_ views: String) throws {
    try program.write(Data(#"{"views":\#(views)}"#.utf8), to: ".local/state/modeldex/state.json")
  }

  private func ids(_ arguments: String...) async throws -> String {
    let outcome = try await program.run(arguments: ["list"] + arguments)
    #expect(outcome.error == "")
    return outcome.output
  }

  @Test func `a view has its query, order, rows and columns, and a query narrows it`() async throws
  {
    try keep(
      #"""
      [{"name":"acme","query":"author:acme","sort":"-name","columns":["name","no-fact","id"],
        "isFolded":false},
       {"name":"folded","query":"author:acme","isFolded":true},
       {"name":"own","query":"author:acme sort:name","sort":"-name","isFolded":false},
       {"name":"core","query":"gpt-5.4","showsOpenRouter":false}]
      """#)
    let plain = try await ids("author:acme", "--sort=-name", "--format", "ids")
    #expect(plain.split(separator: "\n").count > 1)
    #expect(try await ids("--view", "acme", "--format", "ids") == plain)
    #expect(
      try await ids("--view", "own", "--format", "ids")
        == plain.split(separator: "\n").reversed().map { $0 + "\n" }.joined())
    #expect(
      try await ids("--view", "acme", "--sort", "name", "--format", "ids")
        == ids("--view", "own", "--format", "ids"), "the flag goes first")
    #expect(try await ids("--view", "acme", "is:free", "--format", "ids") == "acme/alpha:free\n")
    #expect(
      try await ids("--view", "folded", "--format", "ids")
        == ids("author:acme", "--fold", "--format", "ids"))
    #expect(try await ids("--view", "acme", "--format", "tsv").hasPrefix("name\tid\n"))
    #expect(try await ids("--view", "acme", "--columns", "id").hasPrefix("id\n"))
    let core = try await ids("--view", "core", "--format", "ids")
    #expect(core.contains("gpt-5.4\n") && !core.contains("/"))
  }

  @Test(arguments: [
    (
      "chep", "--view: there is no view “chep”; did you mean “cheap”? (kept: “cheap”, “with tools”)"
    ),
    ("xyz", "--view: there is no view “xyz” (kept: “cheap”, “with tools”)"),
    ("", "--view: there is no view “” (kept: “cheap”, “with tools”)"),
  ])
  func `an unknown name is answered with the nearest and with all`(
    name: String, complaint: String
  ) async throws {
    try keep(#"[{"name":"cheap","query":"input<1"},{"name":"with tools","query":"has:tools"}]"#)
    let outcome = try await program.run("list", "--view", name)
    #expect(outcome == .init(output: "", error: "modeldex: \(complaint)\n", status: 64))
  }

  @Test(arguments: ["[]", "7", #"[{"query":"x"}]"#, #"{"name":"x"}"#])
  func `without any view it is said how to keep one`(views: String) async throws {
    try keep(views)
    let outcome = try await program.run("list", "--view", "x")
    #expect(
      outcome.error
        == "modeldex: --view: there is no view “x”, nor another; b in the browser keeps one\n")
    #expect(outcome.status == 64)
  }

  @Test(arguments: [
    ("pricee<3", "“pricee”"), ("cost<100", "workload"),
    ("is:frea", "“frea”"),
  ])
  func `a query that no longer reads is shown with its mistake`(
    query: String, reason: String
  ) async throws {
    try keep(#"[{"name":"old","query":"claude \#(query)"}]"#)
    let outcome = try await program.run("list", "--view", "old")
    #expect(outcome.status == 64 && outcome.output == "")
    #expect(outcome.error.hasPrefix("modeldex: --view: the view “old”: "))
    #expect(outcome.error.contains(reason) && outcome.error.contains("\n  claude \(query)\n"))
  }

  @Test func `one view that cannot be read does not lose the others`() async throws {
    let others = #"[5,{"name":"a","query":7},{"name":"a","query":"x"},{"sort":"new"}"#
    try keep(others + #",{"name":"\u001b[31mb"},{"name":" \u0007 "}]"#)
    #expect(ViewOption.all(environment: program.environment).names == ["a", "[31mb"])
    #expect(ViewOption.all(environment: program.environment)["a"]?.query == "")
  }

  @Test func `names are completed`() async throws {
    try keep(#"[{"name":"cheap","query":"input<1"},{"name":"with tools","query":"has:tools"}]"#)
    let outcome = try await program.shell(
      "modeldex ---complete fish list --view ''; modeldex ---complete bash 'modeldex list --view w'"
    )
    #expect(outcome.output == "cheap\tinput<1\nwith tools\thas:tools\nwith\\ tools \n")
  }
}
