/// Text of strangers inside Markdown.
package enum Markdown {
  /// Escapes what would end a cell, be read as markup, or become a link by itself: a web or mail
  /// address without any markup around it.
  package static func escaped(_ text: String) -> String {
    let scalars = Array(text.unicodeScalars)
    var escaped = String.UnicodeScalarView()
    for (index, scalar) in scalars.enumerated() {
      switch scalar {
      case "\n", "\r": escaped.append(" ")
      case "|", "\\", "*", "_", "`", "~", "[", "]", "<", ">", "#", "&", "@",
        ":" where scalars[index...].starts(with: "://".unicodeScalars),
        "." where isHostPrefix(scalars[..<index]):
        escaped += ["\\", scalar]
      default: escaped.append(scalar)
      }
    }
    return String(escaped)
  }

  /// Whether the text ends with the `www` of a host name.
  private static func isHostPrefix(_ text: ArraySlice<Unicode.Scalar>) -> Bool {
    text.count >= 3 && text.suffix(3).allSatisfy { $0 == "w" || $0 == "W" }
  }
}
