import Foundation
import Support
import Testing

/// The byte order mark, by which a spreadsheet knows that csv is UTF-8.
struct MarkTests {
  private let program: Program

  init() throws {
    program = try Program()
    try program.cache(ListingBody.of(["a/one"]))
  }

  @Test(arguments: [
    "list a/one --columns id", "list source:openrouter --columns id,name", "categories",
  ])
  func `with --bom csv begins with the mark, and is otherwise the same`(line: String) async throws {
    let plain = try await program.shell("modeldex \(line) --format csv")
    let marked = try await program.shell("modeldex \(line) --format csv --bom")
    #expect(plain.status == 0 && !plain.output.isEmpty)
    #expect(Array(marked.output.utf8) == [0xEF, 0xBB, 0xBF] + Array(plain.output.utf8))
  }

  @Test(arguments: ["--format tsv", "--format json", ""])
  func `another format has no mark`(format: String) async throws {
    let outcome = try await program.shell("modeldex list a/one --bom \(format)")
    #expect(outcome.status == 64)
    #expect(
      outcome.error
        == "modeldex: --bom: only --format csv can begin with a byte order mark\n")
  }
}
