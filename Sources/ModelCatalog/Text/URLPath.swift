/// The path of a web address, made from text that a stranger wrote.
package enum URLPath {
  /// The text with every segment percent-encoded, so that it means the same to a browser, to a
  /// shell and in a document; nil with an empty or a dot segment, which would name another path.
  ///
  /// Of the characters that RFC 3986 allows in a segment, those that a shell interprets are encoded.
  package static func encoded(_ text: String) -> String? {
    let segments = text.split(separator: "/", omittingEmptySubsequences: false)
    guard !segments.contains(where: { $0.isEmpty || $0 == "." || $0 == ".." }) else { return nil }
    return segments.map { $0.utf8.map(encoded).joined() }.joined(separator: "/")
  }

  private static func encoded(_ byte: UInt8) -> String {
    let scalar = Unicode.Scalar(byte)
    let isPlain = scalar.isASCII && (Character(scalar).isLetter || Character(scalar).isNumber)
    if isPlain || "-._~:@".unicodeScalars.contains(scalar) { return String(scalar) }
    return (byte < 0x10 ? "%0" : "%") + String(byte, radix: 16, uppercase: true)
  }
}
