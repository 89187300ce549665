import Foundation
import Support
import Testing

/// Without arguments the program opens the browser without its argument parser; what is wrong with
/// the environment or the config file must be said as `modeldex browse` says it.
struct PlainStartTests {
  @Test(arguments: [
    // What is right: there is no terminal here, and both say that.
    [:], ["NO_COLOR": "1"], ["MODELDEX_ASCII": "1"], ["MODELDEX_OFFLINE": "yes"],
    ["MODELDEX_UPSTREAM": "http://127.0.0.1:1/api/v1"], ["MODELDEX_COLUMNS": "name,context"],
    ["MODELDEX_WORKLOAD": "in=2k out=500"], ["MODELDEX_CACHE_DIR": "cache"],
    // What is wrong.
    ["MODELDEX_OFFLINE": "perhaps"], ["MODELDEX_UPSTREAM": "ftp://example"],
    ["MODELDEX_UPSTREAM": "missing.json"], ["MODELDEX_REFRESH_INTERVAL": "soon"],
    ["MODELDEX_REFRESH_INTERVAL": "1s"], ["MODELDEX_COLOR": "red"],
    ["MODELDEX_COLUMNS": "nmae"], ["MODELDEX_WORKLOAD": "in=much"],
    ["HOME": "/nowhere"], ["HOME": "/nowhere", "MODELDEX_CACHE_DIR": "/tmp"],
    ["XDG_CONFIG_HOME": "/nowhere", "MODELDEX_ASCII": "0"],
  ])
  func `a variable has the same effect`(variables: [String: String]) async throws {
    let program = try Program()
    try await Self.expectSameEnd(of: program, setting: variables)
  }

  @Test(arguments: [
    "{}", #"{"color":"never"}"#, #"{"columns":"name,input"}"#, #"{"keys":{"refresh":"R"}}"#,
    "", "[]", #"{"colour":"never"}"#, #"{"color":"red"}"#, #"{"offline":"yes"}"#,
    #"{"keys":{"refresh":"=","compare":"="}}"#, #"{"keys":{"refesh":"R"}}"#, #"{"keys":5}"#,
    #"{"refreshInterval":"soon"}"#,
  ])
  func `a config file has the same effect`(json: String) async throws {
    let program = try Program()
    _ = try program.config(json)
    try await Self.expectSameEnd(of: program, setting: [:])
  }

  @Test func `the version is what the help of the parser says`() async throws {
    let program = try Program()
    let short = try await program.run("--version")
    // With a command before it, the parser prints it.
    let long = try await program.run("browse", "--version")
    #expect(short == long)
    #expect(short.status == 0)
    #expect(short.output.wholeMatch(of: /\d+\.\d+\.\d+\n/) != nil)
  }

  private static func expectSameEnd(
    of program: Program, setting variables: [String: String]
  ) async throws {
    // In a session of its own a process has no terminal, also if the tests have one.
    let short = try await program.shell("exec setsid --wait modeldex", setting: variables)
    let long = try await program.shell("exec setsid --wait modeldex browse", setting: variables)
    #expect(short == long)
    #expect(short.output.isEmpty && short.status != 0)
    #expect(short.error.hasPrefix("modeldex: "))
  }
}
