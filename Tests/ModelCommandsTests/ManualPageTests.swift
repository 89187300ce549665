import Foundation
import ModelCatalog
import Support
import Testing

@testable import ModelCommands

/// The manual page as it is installed.
struct ManualPageTests {
  private let program: Program
  private let path: String

  init() async throws {
    program = try Program()
    _ = try await program.run("install")
    path = program.home.path + "/.local/share/man/man1/modeldex.1"
  }

  private func source() throws -> [String] {
    try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n").map(String.init)
  }

  @Test func `it has the usual sections, in the usual order`() throws {
    let sections = try source().filter { $0.hasPrefix(".SH ") }.map { $0.dropFirst(4) }
    #expect(
      sections == [
        "\"NAME\"", "\"SYNOPSIS\"", "\"DESCRIPTION\"", "\"COMMANDS\"",
        "\"OPTIONS OF ALL COMMANDS\"", "\"KEYS\"", "\"QUERY LANGUAGE\"", "\"ENVIRONMENT\"",
        "\"FILES\"", "\"EXIT STATUS\"", "\"EXAMPLES\"",
      ])
  }

  /// The page about keys has the same table, which another test compares with the program's.
  @Test func `it has every key of the page about keys, in the same groups`() throws {
    let page = try MarkdownPage.read("Sources/ModelBrowser/ModelBrowser.docc/KeyReference.md")
    let table = page.prose.drop { $0 != "| keys | action | does |" }.dropFirst(2)
      .prefix { $0.hasPrefix("|") }
    let expected = table.map { row in
      let cells = row.split(separator: "|").map { $0.trimmingCharacters(in: .whitespaces) }
      return cells[0].hasPrefix("**")
        ? "\(cells[0].dropFirst(2).dropLast(2))" : "\(cells[0].dropFirst().dropLast()): \(cells[2])"
    }
    let shown = try Self.plain(source()).drop { $0 != "KEYS" }.prefix { $0 != "QUERY LANGUAGE" }
    #expect(expected.count > 60)
    for line in expected { #expect(shown.contains(line), "\(line)") }
  }

  @Test func `it has every field, state, ability and variable`() throws {
    let shown = Set(try Self.plain(source()).map { String($0.prefix { $0 != " " }) })
    let fields = QueryField.all.map { "\($0.name):" }
    let states = ModelState.allCases.map { "is:\($0.rawValue):" }
    let abilities = Ability.allCases.map { "has:\($0.rawValue):" }
    let variables = Setting.allCases.map { "\($0.variable):" }
    for word in fields + states + abilities + variables + ["NO_COLOR:", "SSL_CERT_FILE:"] {
      #expect(shown.contains(word), "\(word)")
    }
  }

  private static func unescaped(_ line: String) -> String {
    let escapes = [
      ("\\-", "-"), ("\\(aq", "'"), ("\\(ga", "`"), ("\\(ha", "^"), ("\\(ti", "~"),
      ("\\&", ""), ("\\(dq", "\""), ("\\e", "\\"),
    ]
    return escapes.reduce(line) { $0.replacing($1.0, with: $1.1) }
  }

  /// Titles as they are, and each item as `term: words`.
  private static func plain(_ source: [String]) -> [String] {
    let lines = source.map(unescaped)
    return lines.indices.compactMap { index in
      let line = lines[index]
      if line.hasPrefix(".SH ") || line.hasPrefix(".SS ") {
        return String(line.dropFirst(5).dropLast())
      }
      guard line.hasPrefix(".B \""), index + 1 < lines.count else { return nil }
      return "\(line.dropFirst(4).dropLast()): \(lines[index + 1])"
    }
  }

  @Test(.enabled(if: Tool.isThere("groff"), "groff is not installed"))
  func `groff formats it without a warning`() async throws {
    let outcome = try await program.shell("groff -ww -man -Kutf8 -Tutf8 '\(path)'")
    #expect(outcome.error == "" && outcome.status == 0)
    #expect(outcome.output.contains("modeldex changes --since last"))
  }

  /// The page has the version and no date, so that equal programs have equal pages.
  @Test(.enabled(if: Tool.isThere("mandoc"), "mandoc is not installed"))
  func `mandoc finds nothing in it but the missing date`() async throws {
    let outcome = try await program.shell("mandoc -Tlint -Wwarning '\(path)'")
    let lines = outcome.output.split(separator: "\n").filter { !$0.contains("missing date") }
    #expect(lines.isEmpty, "\(lines.joined(separator: "\n"))")
  }

  @Test(
    .enabled(if: DocumentedModels.isPresent, "../shared/captures is not present"),
    .timeLimit(.minutes(Sanitizers.patience)))
  func `every example runs`() async throws {
    let source = try self.source().map(Self.unescaped)
    #expect(ManualPage.examples.count >= 5)
    try await DocumentedModels.with { program, _ in
      for example in ManualPage.examples {
        let outcome = try await program.shell(example.command)
        #expect(outcome.status == 0 && !outcome.output.isEmpty, "\(example.command)")
        #expect(source.contains("    " + example.command), "\(example.command)")
      }
    }
  }
}
