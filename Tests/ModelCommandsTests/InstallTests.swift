import Foundation
import Support
import Testing

@testable import ModelCommands

struct InstallTests {
  private let program: Program
  private static let files = [
    "bin/modeldex", "share/bash-completion/completions/modeldex",
    "share/zsh/site-functions/_modeldex", "share/fish/vendor_completions.d/modeldex.fish",
    "share/man/man1/modeldex.1",
  ]

  init() throws { program = try Program() }

  private func names(below folder: String) throws -> [String] {
    try FileManager.default.subpathsOfDirectory(atPath: program.home.path + folder).sorted()
  }

  @Test func `uninstall removes exactly what install wrote below the home directory`() async throws
  {
    try program.write(Data("mine".utf8), to: ".local/share/man/man1/other.1")
    let installed = try await program.run("install")
    #expect(installed.status == 0)
    #expect(
      installed.output
        == Self.files.map { "\(program.home.path)/.local/\($0)\n" }.joined())
    #expect(installed.error.contains("/.local/bin is not in your PATH"))
    let installedProgram = program.home.path + "/.local/bin/modeldex"
    #expect(FileManager.default.isExecutableFile(atPath: installedProgram))
    #expect(
      FileManager.default.contentsEqual(atPath: installedProgram, andPath: Program.path))

    let again = try await program.run("install")
    #expect(again.status == 0)
    let removed = try await program.run("uninstall")
    #expect(removed == .init(output: installed.output, error: "", status: 0))
    #expect(
      try names(below: "/.local") == [
        "share", "share/man", "share/man/man1", "share/man/man1/other.1",
      ])
  }

  @Test func `existing files are not overwritten`() async throws {
    try program.write(Data("mine".utf8), to: "opt/share/man/man1/modeldex.1")
    let outcome = try await program.run("install", "--prefix", "opt")
    #expect(
      outcome
        == .init(
          output: "",
          error: "modeldex: \(program.home.path)/opt/share/man/man1/modeldex.1 exists "
            + "and was not installed by modeldex; remove it first\n", status: 2))
    #expect(
      try names(below: "/opt") == [
        "share", "share/man", "share/man/man1", "share/man/man1/modeldex.1",
      ])
  }

  @Test func `uninstall without an installation is an error`() async throws {
    let outcome = try await program.run("uninstall")
    #expect(outcome.status == 2)
    #expect(outcome.error.hasPrefix("modeldex: nothing is installed below \(program.home.path)"))
  }

  /// A letter with a mark makes another `/` or `.` of the text, but not of the bytes.
  @Test(arguments: [
    "../precious", "..\u{338}/precious", "bin/../../precious", "/precious", "precious",
    "share/man/man1/other.1", "bin/modelde\u{301}x", "",
  ])
  func `a planted list of files deletes and overwrites nothing`(path: String) async throws {
    try program.write(Data("mine".utf8), to: "precious")
    try program.write(Data("mine".utf8), to: ".local/precious")
    for members in [
      #""files":["\#(path)"],"directories":[]"#, #""files":[],"directories":["\#(path)"]"#,
    ] {
      let list = try program.write(
        Data(#"{"version":"1",\#(members)}"#.utf8), to: ".local/share/modeldex/installed.json")
      let before = try names(below: "")
      for command in ["uninstall", "install"] {
        let outcome = try await program.run(command)
        #expect(outcome.status == 2)
        #expect(outcome.error.hasPrefix("modeldex: \(list) cannot be used: it names "))
        let after = try names(below: "").filter { !$0.hasSuffix(".out") && !$0.hasSuffix(".err") }
        #expect(after == before.filter { !$0.hasSuffix(".out") && !$0.hasSuffix(".err") })
      }
    }
  }

  @Test(arguments: ["bin", "share", "share/man", "share/modeldex"])
  func `no link below the prefix is followed`(path: String) async throws {
    let elsewhere = program.home.url("elsewhere")
    try FileManager.default.createDirectory(at: elsewhere, withIntermediateDirectories: true)
    let link = program.home.url("there/\(path)")
    try FileManager.default.createDirectory(
      at: link.deletingLastPathComponent(), withIntermediateDirectories: true)
    try FileManager.default.createSymbolicLink(at: link, withDestinationURL: elsewhere)
    for command in ["install", "uninstall"] {
      let outcome = try await program.run(command, "--prefix", "there")
      #expect(outcome.status == 2)
      #expect(outcome.error.contains("there/\(path) is not a directory"))
    }
    #expect(try names(below: "/elsewhere") == [])
  }

  @Test func `a list of files that is a link is not read`() async throws {
    _ = try await program.run("install")
    let list = program.home.url(".local/share/modeldex/installed.json")
    let target = program.home.url("list.json")
    try FileManager.default.moveItem(at: list, to: target)
    try FileManager.default.createSymbolicLink(at: list, withDestinationURL: target)
    let outcome = try await program.run("uninstall")
    #expect(outcome.status == 2)
    #expect(outcome.error.contains("installed.json cannot be used: it is not a list"))
    #expect(try names(below: "/.local").contains("bin/modeldex"))
  }

  @Test(arguments: ["opt", "deep/er/opt", ".local"])
  func `uninstall removes the directories that install created, the prefix too`(
    prefix: String
  ) async throws {
    let before = try names(below: "").filter { !$0.contains(".") }
    _ = try await program.run("install", "--prefix", prefix)
    let removed = try await program.run("uninstall", "--prefix", prefix)
    #expect(removed.status == 0)
    #expect(try names(below: "").filter { !$0.contains(".") || $0.hasPrefix(".local") } == before)
  }

  @Test func `a directory that cannot be written is named`() async throws {
    try program.write(Data("a file".utf8), to: "file")
    let outcome = try await program.run("install", "--prefix", "file")
    #expect(
      outcome
        == .init(
          output: "",
          error: "modeldex: \(program.home.path)/file/bin cannot be created: not a directory\n",
          status: 2))
  }

  @Test func `the manual has every command, setting and field`() async throws {
    let installed = try await program.run("install")
    #expect(installed.status == 0)
    let page = program.home.path + "/.local/share/man/man1/modeldex.1"
    let roff = try String(contentsOfFile: page, encoding: .utf8)
    for command in ["browse", "list", "show", "refresh", "status", "install"] {
      #expect(roff.contains(".SS \"modeldex \(command) "))
    }
    for setting in Setting.allCases { #expect(roff.contains(setting.variable)) }
    #expect(!roff.contains("\n'"))
    let known = [".TH", ".nh", ".SH", ".SS", ".PP", ".TP", ".B", ".nf", ".fi"]
    for line in roff.split(separator: "\n") where line.hasPrefix(".") {
      #expect(known.contains(String(line.prefix { $0 != " " })), "\(line)")
    }
  }

  @Test func `advice is given only if needed`() {
    #expect(
      InstallAdvice.after(
        installing: ["/a/bin/modeldex"], needsSwift: false, environment: ["PATH": "/b:/a/bin"])
        == [])
    #expect(
      InstallAdvice.after(
        installing: ["/a/bin/modeldex"], needsSwift: true, environment: ["PATH": "/b"]
      ).count == 2)
  }
}
