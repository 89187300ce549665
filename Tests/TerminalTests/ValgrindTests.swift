import Foundation
import Support
import Testing

extension TerminalTests {
  /// The C targets under memcheck.
  struct ValgrindTests {
    private static let root = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../..").standardizedFileURL
    private static let targets = ["CTerminal", "CZlib", "CClock"]

    @Test(.enabled(if: Tool.isThere("valgrind") && Tool.isThere("gcc"), "no valgrind, or no gcc"))
    func `the C targets have no memory errors and no leaks`() throws {
      let directory = try TemporaryDirectory()
      let sources = try Self.targets.flatMap { target in
        let folder = Self.root.appending(path: "Sources/\(target)")
        return try FileManager.default.contentsOfDirectory(atPath: folder.path)
          .filter { $0.hasSuffix(".c") }.map { folder.appending(path: $0).path }
      }
      let program = directory.url("program").path
      let log = directory.url("log")
      let includes = Self.targets.map { "-I\(Self.root.path)/Sources/\($0)/include" }
      try Subprocess.run(
        ["gcc", "-std=gnu17", "-g", "-O1", "-Wall", "-Wextra", "-Werror"] + includes + sources
          + ["\(Self.root.path)/Tests/TerminalTests/Valgrind/c_targets.c", "-o", program]
          + ["-lncursesw", "-ltinfo", "-lz", "-pthread"])
      let terminal = try TerminalSession(
        [
          "valgrind", "--quiet", "--leak-check=full", "--errors-for-leak-kinds=definite",
          "--show-leak-kinds=definite",
          "--error-exitcode=99", "--log-file=\(log.path)", program,
        ], environment: ["LC_ALL": "C.UTF-8"], patience: .seconds(60))
      try terminal.waitFor("aé") { $0.contains("漢") }
      for (columns, rows) in [(40, 10), (200, 60), (1, 1), (3, 90), (120, 30)] {
        try terminal.resize(columns: columns, rows: rows)
        try terminal.type("remcw")
      }
      try terminal.type("zq")
      let status = try terminal.exitStatus()
      // Valgrind's own warnings begin with "--", its findings with "==".
      let said = try String(contentsOf: log, encoding: .utf8).split(separator: "\n")
        .filter { !$0.hasPrefix("--") && !$0.hasPrefix("   ") }
      #expect(status == 0, "\(said)")
      #expect(said == [])
      try terminal.waitFor("all is done")
    }
  }
}
