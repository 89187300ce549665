import Foundation
import Support
import Testing

@testable import ModelCommands

/// What the shells complete; the cache is the only source.
struct CompletionTests {
  private let program: Program

  init() throws {
    program = try Program()
    try program.cache(SmallBody.data, age: 86400)
  }

  /// The contents of bash's COMPREPLY after the line, separated by `|`.
  private func bash(_ line: String) async throws -> String {
    let outcome = try await program.shell(
      #"""
      source <(modeldex --generate-completion-script bash)
      COMP_LINE=$LINE COMP_POINT=${#LINE} COMP_WORDS=(modeldex)
      _modeldex
      (IFS='|'; printf %s "${COMPREPLY[*]}")
      """#, setting: ["LINE": line])
    #expect(outcome.error == "")
    return outcome.output
  }

  @Test(arguments: [
    ("modeldex ca", "categories "), ("modeldex st", "status |stats "),
    ("modeldex show acme/", "acme/alpha |acme/alpha:free "),
    ("modeldex cost acme/alpha acme/", "acme/alpha |acme/alpha:free "),
    // Bash keeps the part up to the colon.
    ("modeldex show acme/alpha:", "free "), ("modeldex list is:f", "free |favorite "),
    ("modeldex list -- -is:f", "free |favorite "), ("modeldex list category:gemi", "gemini "),
    ("modeldex list author:ac", "acme "), ("modeldex is:rou", "router "),
    // A comparison is not a redirection.
    ("modeldex list ct", #"ctx\>="#),
    ("modeldex list 'claude is:f", "claude is:free |claude is:favorite "),
    ("modeldex list --form", "--format "), ("modeldex --offl", "--offline "),
    ("modeldex list --format ma", "markdown "), ("modeldex list --format=ma", "markdown "),
    ("modeldex list --sort -pr", "-price "), ("modeldex list --columns id,cont", "id,context "),
    ("modeldex list --columns id,id", ""), ("modeldex list --limit ", ""),
    ("modeldex list --upstream ", ""), ("modeldex show acme/alpha x", ""),
    ("modeldex status is:", ""), ("modeldex history acme/", "acme/alpha |acme/alpha:free "),
    ("modeldex watch is:f", "free |favorite "), ("modeldex import ", ""),
    ("modeldex lint ", ""), ("modeldex fit ", ""), ("modeldex pick is:f", "free |favorite "),
    ("modeldex changes --since ", "last "), ("modeldex ch", "changes "),
    ("modeldex list --as-", "--as-of "),
  ])
  func `the possible next words are offered`(line: String, offered: String) async throws {
    #expect(try await bash(line) == offered)
  }

  @Test func `the cache named on the line is used`() async throws {
    try program.write(ListingBody.of(["zz/top"]), to: "other.json")
    #expect(try await bash("modeldex show --upstream other.json z") == "zz/top ")
  }

  @Test func `an id that would end the open quote is not offered`() async throws {
    try program.cache(
      ListingBody.of(["evil/a", "evil/b'$(reboot)", "evil/c`reboot`", "evil/d\"; reboot"]))
    #expect(try await bash("modeldex show 'evil/") == "evil/a ")
    #expect(
      try await bash("modeldex show evil/")
        == #"evil/a |evil/b\'\$\(reboot\) |evil/c\`reboot\` |evil/d\"\;\ reboot "#)
  }

  @Test func `fish gets the same with descriptions`() async throws {
    let outcome = try await program.shell(
      "modeldex ---complete fish show acme/; modeldex --generate-completion-script fish")
    #expect(outcome.output.hasPrefix("acme/alpha\tAcme: Alpha\nacme/alpha:free\t"))
    #expect(outcome.output.contains("\ncomplete -c modeldex -f -a '(__modeldex_complete)'\n"))
  }

  @Test func `there are scripts for three shells`() async throws {
    for shell in ["bash", "zsh", "fish"] {
      let outcome = try await program.run("--generate-completion-script", shell)
      #expect(outcome.status == 0)
      #expect(outcome.output.contains("Completion of modeldex for \(shell)"))
    }
    #expect(
      try await program.run("--generate-completion-script", "csh")
        == .init(
          output: "",
          error: "modeldex: --generate-completion-script takes one of bash, zsh, fish\n", status: 64
        ))
  }

  @Test(arguments: [
    ("", [""], false), ("a", ["a"], false), ("a ", ["a", ""], false),
    ("a 'b c", ["a", "b c"], true), ("a 'b c' d", ["a", "b c", "d"], false),
    (#"a b\ c"#, ["a", "b c"], false), (#"a "b \"c"#, ["a", #"b "c"#], true),
    (#"a 'b\c"#, ["a", #"b\c"#], true), ("a ''", ["a", ""], false),
  ])
  func `a line is split into the shell's words`(
    line: String, words: [String], isQuoted: Bool
  ) {
    let read = CommandLineWords(line)
    #expect(read.words == words)
    #expect(read.isQuoted == isQuoted)
  }
}
