import Foundation

/// The path of a file, whose bytes may be no UTF-8.
struct SourcePath: Hashable, Sendable {
  let bytes: [UInt8]

  init(_ bytes: some Sequence<UInt8>) { self.bytes = Array(bytes) }

  /// Without `./` before it.
  init(_ text: String) {
    var text = text[...]
    while text.hasPrefix("./"), text.count > 2 { text = text.dropFirst(2) }
    self.init(text.utf8)
  }

  /// With a zero at its end.
  var cString: [CChar] { bytes.map { CChar(bitPattern: $0) } + [0] }

  /// With a replacement character where it is no UTF-8.
  var text: String { String(decoding: bytes, as: UTF8.self) }

  var isUTF8: Bool { Array(text.utf8) == bytes }

  /// On one line, whatever it contains: a control character is written as its number.
  static func shown(_ text: String) -> String {
    var shown = ""
    for scalar in text.unicodeScalars {
      switch scalar.properties.generalCategory {
      case .control, .format, .lineSeparator, .paragraphSeparator:
        shown += "\\u{\(String(scalar.value, radix: 16))}"
      default: shown.unicodeScalars.append(scalar)
      }
    }
    return shown
  }

  /// A file in this directory.
  func appending(_ name: some Sequence<UInt8>) -> SourcePath {
    let isHere = bytes == Array(".".utf8)
    let slash = bytes.last == UInt8(ascii: "/") ? [] : [UInt8(ascii: "/")]
    return SourcePath(isHere ? Array(name) : bytes + slash + name)
  }

  var name: String {
    String(decoding: bytes.suffix(while: { $0 != UInt8(ascii: "/") }), as: UTF8.self)
  }

  /// Markdown, other marked-up text, and lists of what changed: what they name is mentioned, not used.
  var isProse: Bool {
    let name = name.lowercased()
    let parts = name.split(separator: ".")
    let endings: Set<Substring> = ["md", "mdx", "markdown", "rst", "adoc", "asciidoc", "org"]
    if parts.count > 1, let last = parts.last, endings.contains(last) { return true }
    let titles: Set<Substring> = [
      "changelog", "changes", "history", "news", "releases", "readme", "license", "authors",
    ]
    return parts.first.map { titles.contains($0) && (parts.count == 1 || parts[1] == "txt") }
      ?? false
  }

  /// Whether it is a Markdown file, which can begin with settings.
  var canHaveFrontMatter: Bool {
    let name = name.lowercased()
    return [".md", ".mdx", ".markdown"].contains { name.hasSuffix($0) }
  }
}

extension Array {
  /// The longest end whose elements all pass.
  fileprivate func suffix(while passes: (Element) -> Bool) -> ArraySlice<Element> {
    let end = lastIndex { !passes($0) }.map { $0 + 1 } ?? startIndex
    return self[end...]
  }
}
