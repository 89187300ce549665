import Foundation

/// Makes untrusted text safe and predictable to show: the only sanitiser.
///
/// It runs where text enters the program, so the rest never sees a control or escape character, a
/// bidirectional override, an invisible character, or a character whose width differs between
/// terminals.
package enum DisplayText {
  /// How line breaks are treated.
  package enum Lines: Sendable {
    /// For names: line breaks become spaces, runs of spaces one space.
    case one
    /// For descriptions: line breaks stay, runs of blank lines become one.
    case many
  }

  /// The cleaned text, at most `limit` characters of it.
  package static func clean(_ text: String, lines: Lines = .one, limit: Int = 1000) -> String {
    if isClean(text, lines: lines, limit: limit) { return text }
    return collapsed(shown(text, lines: lines, limit: limit))
  }

  /// A line that is being typed: cleaned, but with all its spaces.
  package static func typed(_ text: String) -> String {
    if text.utf8.allSatisfy({ (0x20...0x7E).contains($0) }) { return text }
    return shown(text, lines: .one, limit: .max)
  }

  /// The cleaned characters; all spaces are kept.
  private static func shown(_ text: String, lines: Lines, limit: Int) -> String {
    var output = String.UnicodeScalarView()
    var letters = 0
    var takesMarks = false
    var marks = 0
    var isJoined = false
    for scalar in composed(beginning(of: text, letters: limit)).unicodeScalars {
      let wasJoined = isJoined
      isJoined = scalar == "\u{200D}"
      let shown: Unicode.Scalar
      switch reading(of: scalar) {
      case .dropped: continue
      case .mark:
        // A mark without a letter would combine with the letter before it.
        guard takesMarks, marks < 4 else { continue }
        marks += 1
        output.append(scalar)
        continue
      // Terminals disagree on the width of joined emoji; the first emoji alone has a definite
      // width.
      case .letter where wasJoined && !scalar.isASCII && scalar.properties.isEmoji: continue
      case .letter: shown = scalar
      case .regionalLetter(let letter): shown = letter
      case .replaced: shown = "\u{FFFD}"
      case .space: shown = " "
      case .lineBreak: shown = lines == .many ? "\n" : " "
      }
      guard letters < limit else {
        output.append("…")
        break
      }
      letters += 1
      marks = 0
      takesMarks = shown != " " && shown != "\n"
      output.append(shown)
    }
    // Characters that compose may now be adjacent.
    return composed(String(output))
  }

  /// The marks of one letter that are composed; far more than any language writes.
  private static let composedMarks = 16

  /// Invisible characters and further marks that are stepped over in the shortest text.
  private static let hiddenCharacters = 8192

  /// What is enough of a text to show `limit` letters: without most of what is never shown, and with
  /// at most `composedMarks` marks in a row.
  ///
  /// Cut before composing, which sorts the marks of a letter: that takes the square of their number,
  /// as does every comparison of two texts.
  package static func beginning(of text: String, letters limit: Int) -> String {
    // Composing joins at most three letters to one.
    let isLimited = limit < Int.max / 64 - 1
    let most = isLimited ? 4 * (limit + 1) : Int.max
    if text.utf8.count <= most, isComposed(text) { return text }
    // What is never shown does not use up the limit, but it is not looked at for ever.
    var left = isLimited ? 64 * (limit + 1) + hiddenCharacters : Int.max
    var kept = String.UnicodeScalarView()
    var letters = 0
    var marks = 0
    var hasJoiner = false
    for scalar in text.unicodeScalars {
      left -= 1
      guard left >= 0 else { break }
      switch reading(of: scalar) {
      case .dropped:
        // A joiner decides how the next letter is read.
        guard scalar == "\u{200D}", !hasJoiner else { continue }
        hasJoiner = true
      case .mark:
        marks += 1
        guard marks <= composedMarks else { continue }
      case .letter, .space, .lineBreak, .replaced, .regionalLetter:
        letters += 1
        guard letters <= most else { return String(kept) }
        marks = 0
        hasJoiner = false
      }
      kept.append(scalar)
    }
    return String(kept)
  }

  /// Removes control and invisible characters but keeps the layout: for messages that quote a
  /// person or the system.
  package static func harmless(_ text: String) -> String {
    var kept = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar.properties.generalCategory {
      case .control where scalar != "\n": kept.append(" ")
      case .lineSeparator, .paragraphSeparator: kept.append(" ")
      case .format, .surrogate: continue
      default: kept.append(scalar)
      }
    }
    return String(kept)
  }

  /// The cleaned text, or nil if nothing visible is left.
  package static func nonEmpty(
    _ text: String?, lines: Lines = .one, limit: Int = 1000
  ) -> String? {
    guard let text else { return nil }
    let cleaned = clean(text, lines: lines, limit: limit)
    return cleaned.isEmpty ? nil : cleaned
  }

  /// The fast path, for nearly all text: characters that need no lookup, without outer or double
  /// spaces.
  private static func isClean(_ text: String, lines: Lines, limit: Int) -> Bool {
    let isASCIILine = text.utf8.withContiguousStorageIfAvailable(isASCIILine) ?? false
    if isASCIILine { return text.utf8.count <= limit }
    return isClean(text.unicodeScalars.lazy.map(\.value), lines: lines, limit: limit)
  }

  /// Whether all is visible ASCII with single spaces in between, as most of a list is; by eight
  /// bytes.
  private static func isASCIILine(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    let space = UInt8(ascii: " ")
    guard let first = bytes.first, first != space, bytes.last != space else { return false }
    let ones: UInt64 = 0x0101_0101_0101_0101
    let highs = ones << 7
    let words = UnsafeRawBufferPointer(bytes)
    var index = 0
    /// The highest bit of the lowest byte, if the byte before is a space.
    var spaceBefore: UInt64 = 0
    while index + 8 <= words.count {
      let word = UInt64(littleEndian: words.loadUnaligned(fromByteOffset: index, as: UInt64.self))
      guard word & highs == 0 else { return false }
      // The highest bits of the bytes that are below 0x20, 0x7F, and 0x20; none carries over.
      let controls = ~((word | highs) &- ones &* 0x20)
      let deletes = word &+ ones
      let spaces = ~((word ^ (ones &* 0x20)) &+ ones &* 0x7F) & highs
      guard (controls | deletes) & highs == 0, spaces & (spaces << 8 | spaceBefore) == 0 else {
        return false
      }
      spaceBefore = spaces >> 56
      index += 8
    }
    var previous = spaceBefore == 0 ? first : space
    return words[index...].allSatisfy { byte in
      defer { previous = byte }
      return (0x20...0x7E).contains(byte) && (byte != space || previous != space)
    }
  }

  private static func isClean(
    _ scalars: some Sequence<UInt32>, lines: Lines, limit: Int
  ) -> Bool {
    let (space, lineBreak) = (UInt32(UInt8(ascii: " ")), UInt32(UInt8(ascii: "\n")))
    var previous = lines == .one ? space : lineBreak
    var isBlankLine = true
    var letters = 0
    for scalar in scalars {
      switch scalar {
      case lineBreak:
        guard lines == .many, previous != space, previous != lineBreak || !isBlankLine else {
          return false
        }
        isBlankLine = previous == lineBreak
      case space: guard previous != space, previous != lineBreak else { return false }
      default: guard isPlain(scalar) else { return false }
      }
      previous = scalar
      letters += 1
      guard letters <= limit else { return false }
    }
    return letters == 0 || previous != space && previous != lineBreak
  }

  /// Visible ASCII, the precomposed letters of Western languages, and typographic quotes and
  /// dashes: one column each in every terminal.
  private static func isPlain(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x21...0x7E, 0xC0...0x17F, 0x2013, 0x2014, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
      0x2026:
      true
    default: false
    }
  }

  private enum Reading {
    case letter, mark, space, lineBreak, replaced, dropped
    case regionalLetter(Unicode.Scalar)
  }

  private static func reading(of scalar: Unicode.Scalar) -> Reading {
    let value = scalar.value
    switch value {
    case 0x0A, 0x2028, 0x2029, 0x85: return .lineBreak
    case 0x09, 0x0B, 0x0C, 0x0D: return .space
    case 0x20...0x7E: return value == 0x20 ? .space : .letter
    case 0x1F1E6...0x1F1FF:
      return Unicode.Scalar(value - 0x1F1E6 + 0x41).map(Reading.regionalLetter) ?? .replaced
    case 0x1F3FB...0x1F3FF: return .dropped
    case 0xFE00...0xFE0F, 0xE0100...0xE01EF, 0x34F, 0x115F...0x1160, 0x3164, 0xFFA0:
      return .dropped
    // Trigrams, hexagrams and counting rods: narrow up to Unicode 15, wide since Unicode 16.
    case 0x2630...0x2637, 0x268A...0x268F, 0x4DC0...0x4DFF, 0x1D300...0x1D356, 0x1D360...0x1D376:
      return .replaced
    default: break
    }
    switch scalar.properties.generalCategory {
    case .control, .format, .surrogate: return .dropped
    case .lineSeparator, .paragraphSeparator: return .lineBreak
    case .spaceSeparator: return .space
    case .unassigned, .privateUse: return .replaced
    default: break
    }
    // Characters newer than the terminals' tables have no agreed width.
    let isKnown = scalar.properties.age.map { $0.major <= 14 } ?? false
    guard CellWidth.of(scalar) > 0 else { return isKnown ? .mark : .dropped }
    return isKnown ? .letter : .replaced
  }

  /// Canonically composed.
  ///
  /// Composing is slow, and nearly all text is only Latin letters and punctuation.
  private static func composed(_ text: String) -> String {
    isComposed(text) ? text : text.precomposedStringWithCanonicalMapping
  }

  private static func isComposed(_ text: String) -> Bool {
    text.unicodeScalars.allSatisfy { scalar in
      // Composing leaves these as they are: punctuation, currencies, letter-like signs, arrows,
      // symbols, ideographs.
      switch scalar.value {
      case 0..<0x300, 0x2010...0x20CF, 0x2100...0x2125, 0x2190...0x2328, 0x2500...0x2ADB,
        0x4E00...0x9FFF:
        true
      default: false
      }
    }
  }

  /// Removes outer and double spaces, and leaves at most one blank line between two lines.
  private static func collapsed(_ text: String) -> String {
    var kept = String.UnicodeScalarView()
    var breaks = 0
    var hasSpace = false
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\n": breaks += 1
      case " ": hasSpace = true
      default:
        if !kept.isEmpty, breaks > 0 {
          kept.append(contentsOf: (breaks == 1 ? "\n" : "\n\n").unicodeScalars)
        } else if !kept.isEmpty, hasSpace {
          kept.append(" ")
        }
        kept.append(scalar)
        breaks = 0
        hasSpace = false
      }
    }
    return String(kept)
  }
}
