import Foundation
import ModelRegistry

/// The browser's state file.
enum StateFile {
  /// Decodes a part of it; nil if there is no file or it cannot be read.
  static func decode<Part: Decodable>(
    _ part: Part.Type, environment: [String: String]
  ) -> Part? {
    guard let directory = BrowserStateFile.directory(environment: environment),
      let file = try? RegularFile.read(
        "\(directory)/\(BrowserStateFile.name)", limit: BrowserStateFile.sizeLimit)
    else { return nil }
    return try? JSONDecoder().decode(part, from: file.data)
  }
}
