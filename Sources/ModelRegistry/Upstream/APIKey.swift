import Foundation

/// A bearer token: sent to its own host, and never told.
struct APIKey: Sendable {
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

  /// What somebody wrote who had been sent the key, fit to be told.
  ///
  /// In any case of its letters: a host's name is in lower case.
  func removed(from words: String) -> String {
    words.replacingOccurrences(of: text, with: description, options: .caseInsensitive)
  }
}

extension APIKey: CustomStringConvertible {
  var description: String { "(your key)" }
}
