import Foundation
import Support
import Testing

struct OpenFilesTests {
  @Test(arguments: ["list", "refresh", "status", "serve --port 0", "watch is:free"], [12, 20, 30])
  func `too few descriptors are named, whatever fails first for lack of them`(
    line: String, limit: Int
  ) async throws {
    let outcome = try await Program().shell("ulimit -n \(limit); exec modeldex \(line)")
    #expect(outcome.status == 2)
    #expect(
      outcome.error.hasPrefix("modeldex: only \(limit) files may be open at once, which is too few")
    )
    #expect(outcome.output == "")
  }

  @Test(arguments: ["--version", "list --help", "--generate-completion-script bash"])
  func `help needs no descriptors`(line: String) async throws {
    let outcome = try await Program().shell("ulimit -n 12; exec modeldex \(line)")
    #expect(outcome.status == 0)
  }

  @Test func `a limit that may be raised is raised`() async throws {
    let outcome = try await Program().shell("ulimit -Sn 12; exec modeldex list --offline --limit 1")
    #expect(outcome.status == 0)
  }
}
