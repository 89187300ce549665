import Foundation
import Support
import Testing

@testable import ModelCommands

struct HomeTests {
  private let program: Program

  init() throws { program = try Program() }

  @Test(arguments: [
    "~", "~/cache", "~/deep/er",
  ])
  func `a tilde in a variable, a flag or the config file is the home`(path: String) async throws {
    let expected = program.home.path + path.dropFirst()
    let status = "modeldex status --offline"
    #expect(
      try await program.shell("MODELDEX_CACHE_DIR='\(path)' \(status)").output.contains(expected))
    #expect(try await program.shell("\(status) --cache-dir='\(path)'").output.contains(expected))
    #expect(
      try await program.shell("XDG_CACHE_HOME='\(path)' \(status)").output
        .contains("\(expected)/modeldex"))
    _ = try program.config(#"{"cacheDir": "\#(path)"}"#)
    #expect(try await program.shell(status).output.contains(expected))
    #expect(!FileManager.default.fileExists(atPath: program.home.path + "/~"))
  }

  @Test func `a tilde in an upstream's path is the home`() async throws {
    try program.write(ListingBody.of(["a/one"]), to: "saved.json")
    let listed = try await program.shell(
      "MODELDEX_UPSTREAM='~/saved.json' modeldex list a/one --format ids")
    #expect(listed.output == "a/one\n")
  }

  @Test(arguments: ["-u HOME", "HOME=", "HOME=relative"])
  func `without HOME the password database knows the home`(change: String) async throws {
    let known = try await program.shell("getent passwd $(id -u) | cut -d: -f6")
    let home = known.output.split(separator: "\n").first.map(String.init) ?? "/"
    try #require(home != "/")
    let outcome = try await program.shell("env \(change) modeldex status --offline")
    #expect(outcome.output.contains("\(home)/.cache/modeldex"))
  }

  @Test(arguments: ["list", "status", "refresh", "serve --port 0", "show x"])
  func `a home that does not exist is not made, and the directory is asked for`(
    line: String
  ) async throws {
    let missing = program.home.path + "/no/home"
    let outcome = try await program.shell("HOME=\(missing) modeldex \(line)")
    #expect(
      outcome
        == .init(
          output: "",
          error: "modeldex: the home directory \(missing) does not exist; name a directory for the "
            + "cache with --cache-dir or MODELDEX_CACHE_DIR\n", status: 2))
    #expect(!FileManager.default.fileExists(atPath: missing))
    let given = try await program.shell(
      "HOME=\(missing) modeldex status --offline --cache-dir '\(program.home.path)/c'")
    #expect(given.status == 0)
  }

  @Test(.enabled(if: geteuid() == 0 && Tool.isThere("setpriv"), "not root, or no setpriv"))
  func `a user without any home is asked for the directory, and nothing goes into the root`()
    async throws
  {
    let outcome = try await program.shell(
      "chmod 755 .; exec setpriv --reuid 4242 --regid 4242 --clear-groups env -u HOME "
        + "$(command -v modeldex) list --offline")
    #expect(outcome.status == 2)
    #expect(
      outcome.error == "modeldex: there is no home directory; name a directory for the cache with "
        + "--cache-dir or MODELDEX_CACHE_DIR\n")
    #expect(!FileManager.default.fileExists(atPath: "/.cache/modeldex"))
  }
}
