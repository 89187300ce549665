import Foundation

/// What a body is that is not a list of models, by its first bytes or its usual members.
struct BodyKind {
  /// Begins with "it".
  let sentence: String

  /// Nil if it looks like JSON without anything known; `key` is removed from its text.
  init?(_ body: Data, without key: APIKey?) {
    let start = body.prefix(ErrorBody.limit)
    let text = start.drop { [0x20, 0x0A, 0x0D, 0x09].contains($0) }
    guard let first = text.first else {
      sentence = "it is empty"
      return
    }
    if let name = Self.signatures.first(where: { start.starts(with: $0.bytes) })?.name {
      sentence = "it is \(name)"
    } else if first == UInt8(ascii: "<") {
      sentence = text.starts(with: "<?xml".utf8) ? "it is XML" : "it is a web page"
    } else if let message = ErrorBody.foreignMessage(start, without: key) {
      sentence = "it is an answer of another kind: \(message)"
    } else if !Self.canBeginJSON(text) {
      let line = text.prefix { $0 != 0x0A && $0 != 0x0D }
      guard let words = String(validating: line, as: UTF8.self) else {
        sentence = "it is not text"
        return
      }
      sentence = "it is text that begins “\(ErrorBody.shown(words, without: key))”"
    } else {
      return nil
    }
  }

  private static let signatures: [(bytes: [UInt8], name: String)] = [
    ([0x1F, 0x8B], "compressed by gzip: unpack it first"),
    ([0x28, 0xB5, 0x2F, 0xFD], "compressed by zstd: unpack it first"),
    ([0xFD, 0x37, 0x7A, 0x58, 0x5A], "compressed by xz: unpack it first"),
    ([0x42, 0x5A, 0x68], "compressed by bzip2: unpack it first"),
    ([0x50, 0x4B, 0x03, 0x04], "a zip archive: unpack it first"),
    (Array("SQLite format 3".utf8), "a database"), (Array("%PDF".utf8), "a PDF"),
    ([0xFF, 0xFE], "UTF-16, not UTF-8"), ([0xFE, 0xFF], "UTF-16, not UTF-8"),
  ]

  private static func canBeginJSON(_ text: Data) -> Bool {
    ["true", "false", "null", "\u{FEFF}"].contains { text.starts(with: $0.utf8) }
      || text.first.map("{[\"-0123456789".utf8.contains) ?? false
  }
}
