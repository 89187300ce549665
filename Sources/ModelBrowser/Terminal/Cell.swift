/// One column of a screen: a letter with its combining marks, or the right half of a wide letter.
///
/// It holds no references: a frame has ten thousand cells and is rebuilt for each key.
package struct Cell: Equatable, Sendable {
  /// Combining marks in order; 0 is none.
  ///
  /// Further marks are dropped.
  private(set) var marks = SIMD4<UInt32>()
  package private(set) var letter: Unicode.Scalar
  package var style: Style
  /// 1, 2, or 0 for the right half of a wide letter.
  package let width: UInt8

  init(_ letter: Unicode.Scalar, width: Int, style: Style) {
    self.letter = letter
    self.width = UInt8(width)
    self.style = style
  }

  package static func blank(_ style: Style = .plain) -> Cell {
    Cell(" ", width: 1, style: style)
  }

  /// Whether the letter is in the cell to the left.
  package var isContinuation: Bool { width == 0 }

  /// The letter with its marks; empty for a continuation.
  package var text: String {
    guard !isContinuation else { return "" }
    var scalars = String.UnicodeScalarView()
    scalars.append(letter)
    for index in marks.indices {
      if marks[index] != 0, let mark = Unicode.Scalar(marks[index]) { scalars.append(mark) }
    }
    return String(scalars)
  }

  mutating func add(mark: Unicode.Scalar) {
    for index in marks.indices where marks[index] == 0 {
      marks[index] = mark.value
      return
    }
  }
}
