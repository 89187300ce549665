import Foundation
import ModelCatalog

/// The body of an answer that is no listing.
enum ErrorBody {
  /// Longer ones say nothing that is read, in bytes.
  static let limit = 65_536

  /// Upstream's own words: `error.message`, cleaned, and without the key that it was sent.
  static func message(_ body: Data, without key: APIKey?) -> String? {
    let message = read(body).message
    return DisplayText.nonEmpty(message.map { redacted($0, without: key) }, limit: 200)
  }

  /// What an answer with status 200 says is wrong, if that is what it is about; the status is
  /// `error.code` where there is one.
  static func rejection(_ body: Data, without key: APIKey?) -> ProviderError? {
    guard let message = message(body.prefix(limit), without: key) else { return nil }
    let code = read(body.prefix(limit)).code.flatMap { (400...599).contains($0) ? $0 : nil }
    return .rejected(status: code ?? 200, message: message, retryAfter: nil)
  }

  /// `error.code` and `error.message`, or the text that `error` is.
  private static func read(_ body: Data) -> (code: Int?, message: String?) {
    var reader = JSONReader([UInt8](body))
    var code: Int?
    var message: String?
    try? reader.object { (reader, name) throws(JSONReader.Fault) in
      guard name == "error" else { return try reader.skip() }
      if try reader.peek() == .string { return message = try reader.lenientString() }
      try reader.lenientObject { (reader, name) throws(JSONReader.Fault) in
        switch name {
        case "code": code = try reader.lenientInt()
        case "message": message = try reader.lenientString()
        default: try reader.skip()
        }
      }
    }
    return (code, message)
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
