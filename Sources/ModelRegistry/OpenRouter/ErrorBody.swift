import Foundation
import ModelCatalog

/// The body of an answer that is no listing.
enum ErrorBody {
  /// Longer ones say nothing that is read, in bytes.
  static let limit = 65_536

  /// Upstream's own words: `error.message`, cleaned, and without the key that it was sent.
  static func message(_ body: Data, without key: APIKey?) -> String? {
    var reader = JSONReader([UInt8](body))
    var message: String?
    try? reader.object { (reader, name) throws(JSONReader.Fault) in
      guard name == "error" else { return try reader.skip() }
      try reader.lenientObject { (reader, name) throws(JSONReader.Fault) in
        guard name == "message" else { return try reader.skip() }
        message = try reader.lenientString()
      }
    }
    return DisplayText.nonEmpty(message.map { redacted($0, without: key) }, limit: 200)
  }

  /// What a stranger wrote, fit for a message.
  static func shown(_ text: String, without key: APIKey? = nil) -> String {
    DisplayText.clean(redacted(text, without: key), limit: 100)
  }

  /// Cleaned first: what is dropped could hide a key.
  private static func redacted(_ text: String, without key: APIKey?) -> String {
    key.map { $0.removed(from: DisplayText.clean(text)) } ?? text
  }
}
