import Foundation
import Support
import Testing

/// Flags take precedence over the environment, then the config file, then the default.
struct SettingsTests {
  private let program: Program

  init() throws { program = try Program() }

  /// The line of `modeldex status` with the cache directory.
  private func cache(
    _ arguments: [String], setting variables: [String: String] = [:]
  ) async throws -> String {
    let words = (["modeldex", "status"] + arguments).joined(separator: " ")
    let outcome = try await program.shell(words, setting: variables)
    #expect(outcome.status == 0)
    let line = outcome.output.split(separator: "\n").first { $0.hasPrefix("Cache") }
    return String(line?.split(separator: " ").last ?? "")
  }

  @Test func `each source overrides the next`() async throws {
    #expect(try await cache([]) == program.cacheDirectory)
    #expect(try await cache([], setting: ["XDG_CACHE_HOME": "/xdg"]) == "/xdg/modeldex")
    _ = try program.config(#"{"cacheDir": "/file"}"#)
    #expect(try await cache([]) == "/file")
    #expect(try await cache([], setting: ["MODELDEX_CACHE_DIR": "/variable"]) == "/variable")
    #expect(try await cache([], setting: ["MODELDEX_CACHE_DIR": ""]) == "/file")
    #expect(
      try await cache(["--cache-dir", "/flag"], setting: ["MODELDEX_CACHE_DIR": "/variable"])
        == "/flag")
  }

  @Test func `all settings can be set in the file`() async throws {
    _ = try program.config(
      #"""
      {"upstream": "http://127.0.0.1:1", "cacheDir": "/file", "refreshInterval": "30s",
       "offline": true, "noOpenrouter": true, "restore": false, "color": "always"}
      """#)
    let outcome = try await program.run("status")
    #expect(outcome.status == 0)
    #expect(outcome.output.contains("\u{1B}[2mSource\u{1B}[0m        http://127.0.0.1:1\n"))
    #expect(outcome.output.contains("none: the network is switched off"))
  }

  @Test func `a variable can switch off what the file switches on`() async throws {
    _ = try program.config(#"{"offline": true, "upstream": "http://127.0.0.1:1"}"#)
    let outcome = try await program.shell("MODELDEX_OFFLINE=off modeldex list gpt-5.4")
    #expect(outcome.error.contains("connection refused"))
  }

  @Test func `NO_COLOR overrides the file but not the flag`() async throws {
    _ = try program.config(#"{"color": "always"}"#)
    #expect(try await program.run("status").output.contains("\u{1B}["))
    #expect(
      try await !program.run("status", setting: ["NO_COLOR": "1"]).output.contains("\u{1B}["))
    #expect(
      try await program.run("status", "--color", "always", setting: ["NO_COLOR": "1"]).output
        .contains("\u{1B}["))
  }

  @Test(arguments: [
    (
      #"{"cachedir": "/x"}"#,
      "there is no setting “cachedir”; there are upstream, cacheDir, refreshInterval, offline, "
        + "noOpenrouter, color, ascii, workload, columns, restore, keys"
    ),
    (#"{"offline": "yes"}"#, "offline must be true or false"),
    (
      #"{"cacheDir": 5}"#, "cacheDir must be a string: a directory's path"
    ),
    (
      #"{"keys": "R"}"#,
      #"keys must be an object of action names with their keys, like {"refresh": "R"}"#
    ),
    (#"{"offline": {}}"#, "offline must be true or false"),
    (#"{"color": "pink"}"#, "color: “pink” is not one of auto, always, never"),
    (
      #"{"refreshInterval": "1 hour"}"#,
      "refreshInterval: “1 hour” is not a duration like 30s, 15m or 1h"
    ),
    (
      #"{"upstream": "ftp://x"}"#,
      "upstream: the upstream `ftp://x` begins with ftp://, not http, https or file"
    ),
  ])
  func `an error in the file is named`(json: String, complaint: String) async throws {
    let path = try program.config(json)
    #expect(
      try await program.run("status")
        == .init(output: "", error: "modeldex: \(path): \(complaint)\n", status: 64))
  }

  @Test(arguments: ["", "{", "[]", "null", "{\"offline\": tru}"])
  func `a file that is not a JSON object is named`(json: String) async throws {
    let path = try program.config(json)
    #expect(
      try await program.run("status")
        == .init(
          output: "",
          error: "modeldex: \(path) is not a JSON object of settings\n",
          status: 64))
  }

  @Test func `a file that cannot be read is named`() async throws {
    let path = program.home.path + "/.config/modeldex/config.json"
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    #expect(
      try await program.run("status")
        == .init(
          output: "", error: "modeldex: \(path) cannot be read: not a regular file\n", status: 64))
  }

  @Test(arguments: [
    ("MODELDEX_OFFLINE", "maybe", "“maybe” is not true or false"),
    ("MODELDEX_REFRESH_INTERVAL", "1", "“1” is not a duration like 30s, 15m or 1h"),
    ("MODELDEX_NO_OPENROUTER", "2", "“2” is not true or false"),
    ("MODELDEX_COLOR", "pink", "“pink” is not one of auto, always, never"),
  ])
  func `an invalid variable is named`(
    name: String, value: String, complaint: String
  ) async throws {
    #expect(
      try await program.run("status", setting: [name: value])
        == .init(output: "", error: "modeldex: \(name): \(complaint)\n", status: 64))
  }

  @Test(arguments: ["flag", "variable", "file"])
  func `an interval too short for the upstream names the source that set it`(
    source: String
  ) async throws {
    let path = try program.config(
      source == "file" ? #"{"refreshInterval": "5s"}"# : #"{"refreshInterval": "2h"}"#)
    let variables = ["MODELDEX_REFRESH_INTERVAL": source == "variable" ? "5s" : ""]
    let flag = source == "flag" ? " --refresh-interval 5s" : ""
    let names = [
      "flag": "--refresh-interval", "variable": "MODELDEX_REFRESH_INTERVAL",
      "file": "\(path): refreshInterval",
    ]
    let outcome = try await program.shell("modeldex status" + flag, setting: variables)
    #expect(
      outcome.error == "modeldex: \(names[source] ?? ""): “5s” is shorter than 1m, the minimum for "
        + "this upstream\n")
    #expect(outcome.status == 64)
  }
}
