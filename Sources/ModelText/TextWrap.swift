import ModelCatalog

/// Breaks text into lines of a given width.
package enum TextWrap {
  /// Lines of at most `width` terminal cells, broken at spaces, or inside words longer than that.
  package static func lines(_ text: String, width: Int) -> [String] {
    guard width > 0 else { return [] }
    return text.split(separator: "\n", omittingEmptySubsequences: false).flatMap { paragraph in
      wrap(paragraph, width: width)
    }
  }

  private static func wrap(_ paragraph: Substring, width: Int) -> [String] {
    var lines: [String] = []
    var line = ""
    var used = 0
    for word in paragraph.split(separator: " ") {
      for piece in pieces(of: word, width: width) {
        let needed = CellWidth.of(piece)
        if used > 0, used + 1 + needed > width {
          lines.append(line)
          line = ""
          used = 0
        }
        if used > 0 {
          line += " "
          used += 1
        }
        line += piece
        used += needed
      }
    }
    return lines + [line]
  }

  private static func pieces(of word: Substring, width: Int) -> [String] {
    guard CellWidth.of(word) > width else { return [String(word)] }
    var pieces: [String] = []
    var piece = String.UnicodeScalarView()
    var used = 0
    // By scalars, not characters: the syllables of some scripts are wider than a line. Marks take
    // no cells, so they stay with their letter.
    for scalar in word.unicodeScalars {
      let needed = CellWidth.of(scalar)
      if used + needed > width, used > 0 {
        pieces.append(String(piece))
        piece = String.UnicodeScalarView()
        used = 0
      }
      piece.append(scalar)
      used += needed
    }
    return pieces + [String(piece)]
  }
}
