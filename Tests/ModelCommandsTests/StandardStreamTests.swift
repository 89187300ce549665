import Foundation
import Support
import Testing

/// What cannot be said changes nothing else; what cannot be delivered is an error.
@Suite(.timeLimit(.minutes(Sanitizers.patience)))
struct StandardStreamTests {
  private let program: Program

  init() throws { program = try Program() }

  /// Standard errors that take nothing: closed, full, a pipe whose reader has gone, and a pipe that
  /// is full and never read.
  private static let mute = ["2>&-", "2>/dev/full", "2> >(:)", "2>&9"]

  /// The full pipe is descriptor 9.
  private static let fullPipe =
    "mkfifo pipe; exec 9<>pipe; dd if=/dev/zero of=pipe bs=4096 oflag=nonblock 2>/dev/null; "

  @Test(
    arguments: [
      ("list 'ctx>='", 64), ("show no-such-model --offline", 1),
      ("refresh --upstream http://127.0.0.1:1", 2), ("list --columns nothing", 64),
    ] as [(String, Int32)], mute)
  func `a message that cannot be written leaves the status as it is`(
    command: (line: String, status: Int32), redirection: String
  ) async throws {
    let outcome = try await program.shell(
      Self.fullPipe + "modeldex \(command.line) \(redirection)")
    #expect(outcome.status == command.status)
    #expect(outcome.output == "")
  }

  @Test(arguments: mute)
  func `install needs nobody to read its advice`(redirection: String) async throws {
    let outcome = try await program.shell(
      Self.fullPipe + "modeldex install --prefix there \(redirection)")
    #expect(outcome.status == 0)
    #expect(outcome.output.hasSuffix("/there/share/man/man1/modeldex.1\n"))
  }

  @Test(arguments: ["--help", "--version", "list --help", "--generate-completion-script zsh"])
  func `help and completion scripts that are lost are an error, as data is`(
    line: String
  ) async throws {
    let full = try await program.shell("modeldex \(line) >/dev/full")
    #expect(full.status == 2)
    #expect(
      full.error == "modeldex: standard output cannot be written: no space left on device\n")
    let closed = try await program.shell(
      "modeldex \(line) > >(:); status=$?; wait $!; exit $status")
    #expect(closed.status == 0)
    #expect(closed.error == "")
  }

  @Test func `a file that is opened later does not get the number of a closed stream`()
    async throws
  {
    let body = try program.write(ListingBody.of(["a/one", "a/two"]), to: "body.json")
    for closed in [">&-", "2>&-", "<&-", "<&- >&- 2>&-"] {
      let imported = try await program.shell(
        "modeldex import --date 2026-01-01 \(body) \(closed)")
      #expect(imported.status == (closed.contains("<&- >") || closed == ">&-" ? 2 : 0))
    }
    let history = try await program.run("history", "a/one", "--offline")
    #expect(history.status == 0)
    #expect(!history.error.contains("damaged"))
  }

  @Test(arguments: [">&-", ">/dev/full", "> >(:)"])
  func `a server whose output is closed serves`(redirection: String) async throws {
    let outcome = try await program.shell(
      """
      modeldex serve --offline --port 0 \(redirection) 2>log &
      until grep -q listening log; do kill -0 $! || exit 9; done
      kill -TERM $!; wait $!
      """)
    #expect(outcome.status == 0)
  }
}
