import Foundation
import ModelCatalog

/// The body of an answer that is no listing.
enum ErrorBody {
  /// Longer ones say nothing that is read, in bytes.
  static let limit = 65_536

  /// Upstream's own words: `error.message`, cleaned.
  static func message(_ body: Data) -> String? {
    var reader = JSONReader([UInt8](body))
    var message: String?
    try? reader.object { (reader, name) throws(JSONReader.Fault) in
      guard name == "error" else { return try reader.skip() }
      try reader.lenientObject { (reader, name) throws(JSONReader.Fault) in
        guard name == "message" else { return try reader.skip() }
        message = try reader.lenientString()
      }
    }
    return DisplayText.nonEmpty(message, limit: 200)
  }

  /// What a stranger wrote, fit for a message.
  static func shown(_ text: String) -> String { DisplayText.clean(text, limit: 100) }
}
