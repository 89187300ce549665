import CFuzzDriver
import Foundation
import FuzzChecks

/// Fuzzes the parser named by the first argument; the other arguments are libFuzzer's.
@main
enum Fuzz {
  static func main() {
    let names = FuzzCheck.allCases.map(\.rawValue).joined(separator: "|")
    guard let check = CommandLine.arguments.dropFirst().first.flatMap(FuzzCheck.init) else {
      FileHandle.standardError.write(Data("usage: Fuzz \(names) [-options] [folders]\n".utf8))
      exit(64)
    }
    // The name replaces the program's name.
    let count = CommandLine.argc - 1
    let arguments = CommandLine.unsafeArgv + 1
    // A C function cannot capture context, so each check has its own function.
    let status =
      switch check {
      case .payload: fuzz(count, arguments) { FuzzCheck.payload.run($0, $1) }
      case .query: fuzz(count, arguments) { FuzzCheck.query.run($0, $1) }
      case .keys: fuzz(count, arguments) { FuzzCheck.keys.run($0, $1) }
      case .text: fuzz(count, arguments) { FuzzCheck.text.run($0, $1) }
      case .note: fuzz(count, arguments) { FuzzCheck.note.run($0, $1) }
      case .history: fuzz(count, arguments) { FuzzCheck.history.run($0, $1) }
      }
    exit(status)
  }
}
