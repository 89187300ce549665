import Foundation
import ModelCatalog

/// The body of an error response.
enum ErrorBody {
  /// Only this many bytes are read.
  static let limit = 65_536

  /// Upstream's message: `error.message`, cleaned, with the key redacted.
  static func message(_ body: Data, without key: APIKey?) -> String? {
    let message = read(body).message
    return DisplayText.nonEmpty(message.map { redacted($0, without: key) }, limit: 200)
  }

  /// The error in a response with status 200, if it has one; its status is `error.code` if given.
  static func rejection(_ body: Data, without key: APIKey?) -> ProviderError? {
    guard let message = message(body.prefix(limit), without: key) else { return nil }
    let code = read(body.prefix(limit)).code.flatMap { (400...599).contains($0) ? $0 : nil }
    return .rejected(status: code ?? 200, message: message, retryAfter: nil)
  }

  /// What another API says of an error: `message`, `detail`, `title` or a similar member, perhaps inside
  /// of `error` or `detail`; nil if there is none.
  static func foreignMessage(_ body: Data, without key: APIKey?) -> String? {
    let names = ["message", "detail", "error_description", "error_message", "title"]
    var reader = JSONReader([UInt8](body))
    var found: [String: String] = [:]
    try? reader.object { (reader, name) throws(JSONReader.Fault) in
      switch try reader.peek() {
      case .string where names.contains(name): found[name] = try reader.lenientString()
      case .object where name == "detail" || name == "error":
        try reader.object { (reader, inner) throws(JSONReader.Fault) in
          if try reader.peek() == .string, names.contains(inner) {
            found["message"] = try reader.lenientString()
          } else {
            try reader.skip()
          }
        }
      default: try reader.skip()
      }
    }
    let text = names.lazy.compactMap { found[$0] }.first
    return DisplayText.nonEmpty(text.map { redacted($0, without: key) }, limit: 200)
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

  /// Untrusted text, cleaned and shortened for a message.
  static func shown(_ text: String, without key: APIKey? = nil) -> String {
    DisplayText.clean(redacted(text, without: key), limit: 100)
  }

  /// Cleaned first: characters that cleaning drops could split the key.
  private static func redacted(_ text: String, without key: APIKey?) -> String {
    key.map { $0.removed(from: DisplayText.clean(text)) } ?? text
  }
}
