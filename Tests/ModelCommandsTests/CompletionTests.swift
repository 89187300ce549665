import Foundation
import Support
import Testing

@testable import ModelCommands

/// What the shells offer after some letters; the cache is all they ask.
struct CompletionTests {
  private let program: Program

  init() throws {
    program = try Program()
    try program.cache(SmallBody.data, age: 86400)
  }

  /// What bash has in COMPREPLY after the line, a `|` between.
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
    // Bash has taken the part up to the colon already.
    ("modeldex show acme/alpha:", "free "), ("modeldex list is:f", "free |favorite "),
    ("modeldex list -- -is:f", "free |favorite "), ("modeldex list category:gemi", "gemini "),
    ("modeldex list author:ac", "acme "), ("modeldex is:rou", "router "),
    // A comparison is no redirection.
    ("modeldex list ct", #"ctx\>="#),
    ("modeldex list 'claude is:f", "claude is:free |claude is:favorite "),
    ("modeldex list --form", "--format "), ("modeldex --offl", "--offline "),
    ("modeldex list --format ma", "markdown "), ("modeldex list --format=ma", "markdown "),
    ("modeldex list --sort -pr", "-price "), ("modeldex list --columns id,cont", "id,context "),
    ("modeldex list --columns id,id", ""), ("modeldex list --limit ", ""),
    ("modeldex list --upstream ", ""), ("modeldex show acme/alpha x", ""),
    ("modeldex status is:", ""), ("modeldex history acme/", "acme/alpha |acme/alpha:free "),
    ("modeldex watch is:f", "free |favorite "), ("modeldex import ", ""),
    ("modeldex changes --since ", "last "), ("modeldex ch", "changes "),
    ("modeldex list --as", "--as-of "),
  ])
  func `what can be typed next is offered`(line: String, offered: String) async throws {
    #expect(try await bash(line) == offered)
  }

  @Test func `a cache that was chosen on the line is the one that is asked`() async throws {
    try program.write(ListingBody.of(["zz/top"]), to: "other.json")
    #expect(try await bash("modeldex show --upstream other.json z") == "zz/top ")
  }

  @Test func `an id that would end a quote is not offered in one`() async throws {
    try program.cache(
      ListingBody.of(["evil/a", "evil/b'$(reboot)", "evil/c`reboot`", "evil/d\"; reboot"]))
    #expect(try await bash("modeldex show 'evil/") == "evil/a ")
    #expect(
      try await bash("modeldex show evil/")
        == #"evil/a |evil/b\'\$\(reboot\) |evil/c\`reboot\` |evil/d\"\;\ reboot "#)
  }

  @Test func `fish gets the same with a word on each`() async throws {
    let outcome = try await program.shell(
      "modeldex ---complete fish show acme/; modeldex --generate-completion-script fish")
    #expect(outcome.output.hasPrefix("acme/alpha\tAcme: Alpha\nacme/alpha:free\t"))
    #expect(outcome.output.contains("\ncomplete -c modeldex -f -a '(__modeldex_complete)'\n"))
  }

  @Test func `there is a script for three shells`() async throws {
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
  func `a line has the words that the shell would see`(
    line: String, words: [String], isQuoted: Bool
  ) {
    let read = CommandLineWords(line)
    #expect(read.words == words)
    #expect(read.isQuoted == isQuoted)
  }
}
