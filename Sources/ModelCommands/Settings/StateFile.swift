import Foundation
import ModelRegistry

/// The browser's state file.
enum StateFile {
  /// Decodes a part of it; nil if there is no file or it cannot be read.
  static func decode<Part: Decodable>(
    _ part: Part.Type, environment: [String: String]
  ) -> Part? {
    let base =
      environment["XDG_STATE_HOME"].flatMap { $0.hasPrefix("/") ? $0 : nil }
      ?? environment.nonEmpty("HOME").map { $0 + "/.local/state" }
    guard let base,
      let file = try? RegularFile.read(
        "\(base)/modeldex/\(BrowserStateFile.name)", limit: BrowserStateFile.sizeLimit)
    else { return nil }
    return try? JSONDecoder().decode(part, from: file.data)
  }
}
