import Foundation
import Support
import Testing

/// Whatever fails, a person reads one sentence about it, without the name of a Swift type.
@Suite(.timeLimit(.minutes(Sanitizers.patience)))
struct SentenceTests {
  /// In a directory with a file `file`, a directory `directory` and a history that is a directory.
  @Test(arguments: [
    "refresh --upstream file", "refresh --upstream directory", "refresh --upstream /no/such",
    "import directory", "import file",
    "import /no/such", "refresh --upstream http://127.0.0.1:1 --cache-dir file",
    "refresh --upstream http://127.0.0.1:1 --cache-dir /dev/null/x",
    "changes --cache-dir broken", "history x --cache-dir broken",
    "diff 2026-01-01 2026-01-02 --cache-dir broken",
    "list --as-of 2026-01-01 --cache-dir broken", "import good.json --cache-dir broken",
    "import good.json --cache-dir file", "install --prefix file", "uninstall --prefix directory",
    "serve --port 0 --host no.such.invalid", "serve --port 0 --host 256.1.1.1",
    "serve --port 0 --allow-host a:b", "serve --port 0 --cors nothing", "browse",
    "watch is:free --since never", "refresh --upstream https://[::1]:1/x",
    "refresh --upstream http://no.such.invalid",
  ])
  func `a failure is a sentence`(line: String) async throws {
    let program = try Program()
    try program.write(Data("no list".utf8), to: "file")
    try program.write(ListingBody.of(["a/one"]), to: "good.json")
    try program.write(Data("x".utf8), to: "directory/other")
    try program.write(Data("x".utf8), to: "broken/history.sqlite/other")
    let outcome = try await program.shell("modeldex \(line) </dev/null")
    #expect([1, 2, 64].contains(outcome.status))
    let complaint = outcome.error.split(separator: "\n").filter { $0.hasPrefix("modeldex: ") }
    #expect(!complaint.isEmpty)
    for trace in [
      /Fault|Error\b|Exception|Optional|nil\b|NSCocoa|NIO|HTTPClient|Swift|Foundation/,
      /[a-z]\.[a-z]+[A-Z]/, /\(reason:|errno:|0x[0-9a-f]{4}/,
    ] {
      #expect(!outcome.error.contains(trace), "\(outcome.error)")
    }
  }
}
