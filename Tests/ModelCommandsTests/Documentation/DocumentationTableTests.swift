import Foundation
import ModelCatalog
import Testing

@testable import ModelCommands

/// What the pages list is what the program has.
struct DocumentationTableTests {
  private static let reference =
    "Sources/ModelCommands/ModelCommands.docc/CommandReference.md"
  private static let settings = "Sources/ModelCommands/ModelCommands.docc/SettingReference.md"

  @Test(arguments: ["README.md", reference])
  func `the table of commands names every command of the help`(path: String) async throws {
    let help = try await Program().run("--experimental-dump-help")
    let tree = try CommandTree(dump: help.output)
    let page = try MarkdownPage.read(path)
    let rows = page.prose.filter { $0.hasPrefix("| `modeldex") }.joined(separator: "\n")
    // The browser is the command without a name; every command has help.
    let known = path == "README.md" ? ["browse", "help"] : ["help"]
    for command in tree.commands where !known.contains(command.commandName) {
      #expect(
        rows.contains(try Regex("`modeldex \(command.commandName)[` ]")),
        "\(path) lacks \(command.commandName)")
    }
  }

  @Test func `the reference names every option of every command but those of all`() async throws {
    let help = try await Program().run("--experimental-dump-help")
    let tree = try CommandTree(dump: help.output)
    let text =
      try ["CommandReference", "OtherPrograms", "Installing", "SettingReference"].map {
        try MarkdownPage.read("Sources/ModelCommands/ModelCommands.docc/\($0).md").lines
          .joined(separator: "\n")
      }.joined()
      + MarkdownPage.read("Sources/ModelServer/ModelServer.docc/Serving.md").lines
      .joined(separator: "\n")
    for command in tree.commands {
      for argument in command.shown {
        let long = (argument.names ?? []).filter { $0.kind == "long" }.map(\.typed)
        for option in long where option != "--version" && option != "--help" {
          let isNamed = text.contains(option)
          #expect(isNamed, "\(command.commandName) has \(option)")
        }
      }
    }
  }

  @Test(arguments: Setting.allCases)
  func `README and reference have a row for every setting`(setting: Setting) throws {
    for path in ["README.md", Self.settings] {
      let start = setting.hasFlag ? "| `\(setting.flag)" : "| | `\(setting.variable)`"
      let rows = try MarkdownPage.read(path).prose.filter { $0.hasPrefix(start) }
      #expect(rows.count == 1 && rows[0].contains("`\(setting.variable)`"), "\(path)")
      if path == Self.settings {
        #expect(rows.allSatisfy { $0.contains("`\(setting.rawValue)`") })
      }
    }
  }

  @Test func `the page about queries has every state`() throws {
    let page = try MarkdownPage.read("Sources/ModelCatalog/ModelCatalog.docc/QueryLanguage.md")
    let row = try #require(page.prose.first { $0.hasPrefix("| `is:free`") })
    for state in ModelState.allCases {
      #expect(row.contains("`\(state.rawValue)`") || row.contains("`is:\(state.rawValue)`"))
    }
  }

  @Test func `the README is short, and no page is long`() throws {
    for page in try MarkdownPage.all().values where page.path != ".github/CHANGELOG.md" {
      let isFirst = page.path == "README.md"
      let words = page.lines.joined(separator: "\n").split { " |\n".contains($0) }.count
      #expect(page.lines.count <= 250, "\(page.path)")
      #expect(words <= (isFirst ? 2200 : 3000), "\(page.path) has \(words) words")
    }
  }

  @Test func `all figures of the README are in one table, each with its command and date`() throws {
    let lines = try MarkdownPage.read("README.md").lines
    let start = try #require(lines.firstIndex { $0.hasPrefix("<!-- measured:") })
    let end = try #require(lines.lastIndex { $0 == "<!-- measured: end -->" })
    let rows = lines[start..<end].filter { $0.hasPrefix("|") }.dropFirst(2)
    #expect(rows.count >= 9)
    for row in rows {
      let cells = row.split(separator: "|").map { $0.trimmingCharacters(in: .whitespaces) }
      #expect(cells.count == 5 && cells[3].hasPrefix("`"), "\(row)")
      #expect(cells.last?.wholeMatch(of: /\d{4}-\d{2}(-\d{2})?/) != nil, "\(row)")
    }
    let others = lines[..<start] + lines[end...]
    #expect(!others.contains { $0.contains(/\d (ms|µs|MB|kB)\b/) })
  }
}
