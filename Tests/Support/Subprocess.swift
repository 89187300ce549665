import Glibc

/// Runs a program to its end and returns its output.
///
/// Not Foundation's `Process`: that also waits for processes that the program leaves running, and
/// tmux leaves its server.
package enum Subprocess {
  /// Its output; throws the output if the program fails.
  @discardableResult
  package static func run(_ arguments: [String]) throws -> String {
    let quoted = arguments.map { "'" + $0.replacing("'", with: "'\\''") + "'" }
    let command = quoted.joined(separator: " ") + " 2>&1 < /dev/null"
    guard let stream = popen(command, "re") else {
      throw TerminalSession.Failure(description: "no process can be started")
    }
    var printed: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 4096)
    while case let count = fread(&buffer, 1, buffer.count, stream), count > 0 {
      printed += buffer[..<count]
    }
    let output = String(decoding: printed, as: UTF8.self)
    guard pclose(stream) == 0 else {
      throw TerminalSession.Failure(description: "\(command): \(output)")
    }
    return output
  }

  package static func succeeds(_ arguments: [String]) -> Bool { (try? run(arguments)) != nil }
}
