import Foundation

/// A bearer token: sent to its own host, never shown or logged.
package struct APIKey: Sendable {
  /// The environment variable that holds it.
  package static let variable = "OPENROUTER_API_KEY"

  private let text: String

  /// Nil if there is nothing but white space, which is no part of a key.
  init?(_ text: String) {
    let trimmed = text.trimmingCharacters(in: .whitespacesAndNewlines)
    guard !trimmed.isEmpty else { return nil }
    self.text = trimmed
  }

  /// Whether it can be in a header: visible ASCII alone.
  var canBeSent: Bool { text.utf8.allSatisfy { (0x21...0x7E).contains($0) } }

  /// The value of the header `Authorization`.
  var authorization: String { "Bearer \(text)" }

  /// Redacts the key in text from a server that was sent it.
  ///
  /// Ignores case: a server may have put the key into a host name, which is in lower case.
  func removed(from words: String) -> String {
    words.replacingOccurrences(of: text, with: description, options: .caseInsensitive)
  }
}

extension APIKey: CustomStringConvertible {
  package var description: String { "(your key)" }
}

extension [String: String] {
  /// The environment for a program that has no business with the key.
  package var withoutAPIKey: [String: String] { filter { $0.key != APIKey.variable } }
}
