import Foundation

extension QueryParser {
  /// A word without what a page's address and a router's configuration put before an id.
  ///
  /// `openrouter/auto` is an id itself.
  static func withoutRouter(_ word: String) -> String {
    if let page = idOfPage(word) { return withoutRouter(page) }
    for prefix in ["openrouter/", "openrouter:"] where word.lowercased().hasPrefix(prefix) {
      let id = String(word.dropFirst(prefix.count))
      if id.contains("/"), isID(id) { return withoutRouter(id) }
    }
    return word
  }

  /// The author and slug in the address of one of OpenRouter's pages.
  private static func idOfPage(_ word: String) -> String? {
    var rest = word[...]
    for prefix in ["https://", "http://", "www."] where rest.lowercased().hasPrefix(prefix) {
      rest = rest.dropFirst(prefix.count)
    }
    let host = "openrouter.ai/"
    guard rest.lowercased().hasPrefix(host) else { return nil }
    let path = rest.dropFirst(host.count).prefix { $0 != "?" && $0 != "#" }
    let id = path.split(separator: "/").prefix(2).joined(separator: "/")
    guard let id = id.removingPercentEncoding, isID(id) else { return nil }
    return id
  }

  /// Whether a text can be an author and a slug, or one of them, and is read as one word.
  private static func isID(_ text: String) -> Bool {
    let bytes = text.utf8
    func isPlain(_ byte: UInt8) -> Bool {
      (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
    }
    guard let first = bytes.first, isPlain(first) || first == UInt8(ascii: "~"),
      bytes.last.map(isPlain) == true,
      bytes.allSatisfy({ isPlain($0) || "-_./:~".utf8.contains($0) })
    else { return false }
    // The name of a field right before a colon would be read as one.
    return QueryField(name: String(text.prefix { $0.isLetter })) == nil
      || text.drop { $0.isLetter }.first != ":"
  }

  /// Whether a byte of a fold is one of a letter, a digit or a symbol outside ASCII.
  static func isText(_ byte: UInt8) -> Bool {
    byte >= 0x80 || (0x30...0x39).contains(byte) || (0x61...0x7A).contains(byte)
  }

  /// What to say about a word that looks like a field and its value.
  static func hint(about word: String) -> QueryHint? {
    let name = word.prefix { $0.isLetter }
    let rest = word.dropFirst(name.count)
    guard !name.isEmpty, let sign = rest.first, sign == ":" || sign == "=" else { return nil }
    if wordsForText.contains(name.lowercased()) {
      return QueryHint(
        misread: word, alternatives: rest.count > 1 ? [String(rest.dropFirst())] : [])
    }
    return rest.count < 2
      ? nil
      : nearField(to: name.lowercased()).map {
        QueryHint(misread: word, alternatives: [$0 + rest])
      }
  }

  /// Names of fields that people expect; plain words look there.
  private static let wordsForText: Set = [
    "name", "names", "model", "models", "id", "slug", "title", "description", "desc", "text",
    "query", "search",
  ]

  /// The field that a word of three letters or more begins, or that it misses by a letter or two.
  private static func nearField(to word: String) -> String? {
    let names = QueryField.all.flatMap { [$0.name] + $0.aliases }
    let letters = Array(word.unicodeScalars.prefix(32))
    guard letters.count >= 3 else { return nil }
    if let begun = names.first(where: { $0.hasPrefix(word) }) { return begun }
    let limit = letters.count <= 4 ? 1 : 2
    return names.filter { $0.count >= 3 }
      .map { ($0, EditDistance.between(letters, Array($0.unicodeScalars))) }
      .filter { $0.1 <= limit }.min { $0.1 < $1.1 }?.0
  }
}
