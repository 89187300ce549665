import ArgumentParser
import Foundation
import ModelBrowser
import ModelCommands
import ModelRegistry

/// Installs this program.
struct Install: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "install",
    abstract: "Install this program, its completions and its manual page.",
    discussion: """
      The files and the directories created for them are recorded below the prefix, so that \
      uninstall removes exactly those. From a checkout:
        swift build -c release --static-swift-stdlib -Xlinker -s --product modeldex
        .build/release/modeldex install
      """)

  @Option(
    help: ArgumentHelp(
      "The directory to install below: bin, share/man, share/bash-completion, … (default: ~/.local).",
      valueName: "dir"),
    completion: .directory)
  var prefix = "~/.local"

  func run() throws {
    let installation = try Installation.below(prefix)
    guard let program = FileManager.default.contents(atPath: "/proc/self/exe") else {
      throw CommandFailure.unable("this program cannot read itself")
    }
    let manual = ManualPage(
      tree: try CommandTree(dump: Modeldex._dumpHelp()),
      keys: KeyTable.standard.manual.map { ManualPage.Keys(title: $0.title, rows: $0.rows) },
      version: Version.current)
    let paths = try installation.install(
      program: program, manual: manual.text, version: Version.current)
    try OutputStream.output.write(paths.map { "\($0)\n" }.joined().utf8)
    for advice in InstallAdvice.after(
      installing: paths,
      needsSwift: dlopen("libswiftCore.so", RTLD_LAZY | RTLD_NOLOAD) != nil,
      environment: ProcessInfo.processInfo.environment)
    {
      OutputStream.complain(advice)
    }
  }
}

/// Removes what install installed.
struct Uninstall: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "uninstall",
    abstract: "Remove what install installed.",
    discussion: "Settings, favorites and the cache stay where they are.")

  @Option(
    help: ArgumentHelp("The directory that was given to install.", valueName: "dir"),
    completion: .directory)
  var prefix = "~/.local"

  func run() throws {
    let paths = try Installation.below(prefix).uninstall()
    try OutputStream.output.write(paths.map { "\($0)\n" }.joined().utf8)
  }
}

extension Installation {
  fileprivate static func below(_ prefix: String) throws(CommandFailure) -> Installation {
    let home = HomeDirectory(environment: ProcessInfo.processInfo.environment)
    let path = home.expanded(prefix)
    if let problem = home.problem(with: path) {
      throw .unable("\(problem); name another directory with --prefix")
    }
    return Installation(prefix: path, directory: FileManager.default.currentDirectoryPath)
  }
}
