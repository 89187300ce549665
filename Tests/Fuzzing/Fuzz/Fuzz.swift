import CFuzzDriver
import Foundation
import FuzzChecks

/// Fuzzes the reader that its first argument names; the others are libFuzzer's.
@main
enum Fuzz {
  static func main() {
    let names = FuzzCheck.allCases.map(\.rawValue).joined(separator: "|")
    guard let check = CommandLine.arguments.dropFirst().first.flatMap(FuzzCheck.init) else {
      FileHandle.standardError.write(Data("usage: Fuzz \(names) [-options] [folders]\n".utf8))
      exit(64)
    }
    // The name takes the place of the program's.
    let count = CommandLine.argc - 1
    let arguments = CommandLine.unsafeArgv + 1
    // A function of C knows nothing of what is around it, so each check has its own.
    let status =
      switch check {
      case .payload: fuzz(count, arguments) { FuzzCheck.payload.run($0, $1) }
      case .query: fuzz(count, arguments) { FuzzCheck.query.run($0, $1) }
      case .keys: fuzz(count, arguments) { FuzzCheck.keys.run($0, $1) }
      case .text: fuzz(count, arguments) { FuzzCheck.text.run($0, $1) }
      }
    exit(status)
  }
}
