/// The styles of text, in the terminal's own colours.
enum TextStyle {
  case plain, strong, faint, title, price, ability, good, caution

  /// SGR parameters; nil for none.
  fileprivate var rendition: String? {
    switch self {
    case .plain: nil
    case .strong: "1"
    case .faint: "2"
    case .title: "1;36"
    case .price: "32"
    case .ability: "35"
    case .good: "1;32"
    case .caution: "33"
    }
  }
}

/// Writes colours and links as escape sequences, where the terminal supports them.
struct ANSIStyler: Sendable {
  let hasColor: Bool
  let hasLinks: Bool

  static let none = ANSIStyler(hasColor: false, hasLinks: false)

  func paint(_ text: String, _ style: TextStyle) -> String {
    guard hasColor, !text.isEmpty, let rendition = style.rendition else { return text }
    return "\u{1B}[\(rendition)m\(text)\u{1B}[0m"
  }

  /// The text as a link (OSC 8); unchanged if it contains a space, where it could be wrapped.
  func link(_ text: String, to address: String) -> String {
    hasLinks && !text.contains(" ")
      ? "\u{1B}]8;;\(Self.encoded(address))\u{1B}\\\(text)\u{1B}]8;;\u{1B}\\" : text
  }

  /// OSC 8 allows only printable ASCII in addresses.
  private static func encoded(_ address: String) -> String {
    address.utf8.map { byte in
      (0x21...0x7E).contains(byte)
        ? String(Unicode.Scalar(byte))
        : (byte < 0x10 ? "%0" : "%") + String(byte, radix: 16, uppercase: true)
    }.joined()
  }
}
