import Foundation
import ModelCatalog

/// ASCII replacements for terminals without Unicode.
package enum ASCIIFallback {
  /// Each letter beyond ASCII is replaced by ASCII of the same width.
  package static func text(for text: some StringProtocol) -> String {
    text.unicodeScalars.map { Self.text(for: $0) }.joined()
  }

  /// Printable ASCII of the same width, so that the layout does not change.
  package static func text(for letter: Unicode.Scalar) -> String {
    if letter.value < 0x80 { return String(letter) }
    if let known = known[letter] { return String(known) }
    if let blocks = box(letter) { return String(blocks) }
    let width = CellWidth.of(letter)
    if width == 1, let plain = plain(letter) { return String(plain) }
    return String(repeating: "?", count: width)
  }

  private static let known: [Unicode.Scalar: Character] = [
    "…": ".", "–": "-", "—": "-", "‐": "-", "‑": "-", "−": "-", "·": ".", "•": "*", "●": "*",
    "○": "o", "◌": "o", "◐": "o", "◦": "o", "■": "#", "□": "#", "▪": "#", "◆": "#", "◇": "#",
    "◉": "@", "▸": ">", "▶": ">",
    "▹": ">", "◂": "<", "◀": "<", "▾": "v", "▼": "v", "▴": "^", "▲": "^", "←": "<", "→": ">",
    "↑": "^", "↓": "v", "↔": "-", "↕": "|", "⇄": "=", "⇅": "|", "⏎": ">", "↵": ">", "‹": "<",
    "›": ">", "«": "<", "»": ">", "‘": "'", "’": "'", "“": "\"", "”": "\"", "„": "\"", "★": "*",
    "☆": "*", "♥": "*", "✓": "+", "✔": "+", "✗": "x", "✘": "x", "×": "x", "÷": "/", "±": "+",
    "≤": "<", "≥": ">", "≠": "#", "≈": "~", "∞": "8", "µ": "u", "μ": "u", "°": "o", "©": "c",
    "®": "r", "€": "E", "£": "L", "¢": "c", "¥": "Y", "§": "S", "¡": "!", "¿": "?", "ß": "s",
    "ø": "o", "Ø": "O", "ł": "l", "Ł": "L", "æ": "a", "Æ": "A", "œ": "o", "Œ": "O", "ı": "i",
    "ⓘ": "i", "⚠": "!", "\u{A0}": " ",
  ]

  /// Lines, corners and crossings of every weight, blocks and shades, braille spinners.
  private static func box(_ letter: Unicode.Scalar) -> Character? {
    switch letter.value {
    case 0x2500, 0x2501, 0x2504, 0x2505, 0x2508, 0x2509, 0x254C, 0x254D, 0x2550, 0x2574, 0x2576,
      0x2578, 0x257A, 0x257C, 0x257E:
      "-"
    case 0x2502, 0x2503, 0x2506, 0x2507, 0x250A, 0x250B, 0x254E, 0x254F, 0x2551, 0x2575, 0x2577,
      0x2579, 0x257B, 0x257D, 0x257F:
      "|"
    case 0x2571: "/"
    case 0x2572: "\\"
    case 0x2573: "X"
    case 0x250C...0x254B, 0x2552...0x2570: "+"
    case 0x258A...0x2590: "|"
    case 0x2580...0x2589, 0x2591...0x259F: "#"
    case 0x2800: " "
    case 0x2801...0x28FF: "*"
    default: nil
    }
  }

  /// The base letter of an accented one: `e` for `é`.
  private static func plain(_ letter: Unicode.Scalar) -> Unicode.Scalar? {
    let parts = String(letter).decomposedStringWithCompatibilityMapping.unicodeScalars
    guard let first = parts.first, (0x21..<0x7F).contains(first.value) else { return nil }
    return first
  }
}
