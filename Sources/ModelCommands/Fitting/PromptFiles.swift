import Foundation
package import ModelCatalog
import ModelRegistry

#if canImport(Glibc)
  import Glibc
#endif

/// Reads the texts of a prompt.
package enum PromptFiles {
  /// More than any model takes.
  private static let limit = 256 << 20

  /// The tokens of some files together; without a name, and for `-`, of standard input.
  package static func estimate(of paths: [String]) throws(CommandFailure) -> TokenEstimate {
    var estimate = TokenEstimate()
    for path in paths.isEmpty ? ["-"] : paths {
      let text = try path == "-" ? standardInput() : file(path)
      guard !text.hasZero else {
        throw .unable("\(name(path)) is not text: it has a zero byte")
      }
      estimate.add(text)
    }
    return estimate
  }

  private static func file(_ path: String) throws(CommandFailure) -> Data {
    do throws(RegularFile.Fault) {
      return try RegularFile.read(path, limit: limit).data
    } catch {
      switch error {
      case .tooLarge: throw tooLarge(path)
      case .unreadable(let reason): throw .unable("\(name(path)): \(reason)")
      }
    }
  }

  private static func standardInput() throws(CommandFailure) -> Data {
    guard isatty(0) != 1 else {
      throw .usage("there is no prompt; name a file, or write the text into standard input")
    }
    var text = Data()
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = read(0, &buffer, buffer.count)
      if count < 0, errno == EINTR { continue }
      guard count >= 0 else {
        throw .unable("standard input: \(SystemMessage.words(errno: errno))")
      }
      guard count > 0 else { return text }
      text += buffer.prefix(count)
      guard text.count <= limit else { throw tooLarge("-") }
    }
  }

  private static func tooLarge(_ path: String) -> CommandFailure {
    .unable("\(name(path)) has more than \(limit >> 20) MB, which no model takes")
  }

  private static func name(_ path: String) -> String {
    path == "-" ? "standard input" : SourcePath.shown(path)
  }
}
