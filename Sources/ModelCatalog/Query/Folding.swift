import Foundation

/// Reduces text to what a search compares: letters and digits without case, accents and
/// separators, in UTF-8.
///
/// It works scalar by scalar, so the fold of two texts together is their folds together. Control
/// characters are left out, so no fold holds a zero byte.
struct Folding {
  /// What scalars beyond ASCII fold to: looking them up in Unicode's tables is slow.
  private var known: [UInt32: [UInt8]] = [:]
  private var scratch: [UInt8] = []

  static func fold(_ text: String) -> [UInt8] {
    var folding = Folding()
    var folded: [UInt8] = []
    var text = text
    text.withUTF8 { folding.append($0, to: &folded) }
    return folded
  }

  /// Appends the fold of UTF-8 text.
  mutating func append(_ text: UnsafeBufferPointer<UInt8>, to folded: inout [UInt8]) {
    guard !text.isEmpty else { return }
    if scratch.count < text.count { scratch = [UInt8](repeating: 0, count: text.count * 2) }
    var place = 0
    while place < text.count {
      let (read, written) = scratch.withUnsafeMutableBufferPointer { output in
        Self.foldASCII(text, from: place, into: output)
      }
      scratch.withUnsafeBufferPointer {
        folded.append(contentsOf: UnsafeBufferPointer(rebasing: $0[..<written]))
      }
      place = read
      guard place < text.count else { break }
      let (scalar, length) = Self.decode(text, at: place)
      folded.append(contentsOf: fold(scalar))
      place += length
    }
  }

  /// The fold of one scalar; empty for separators, marks and control characters.
  mutating func fold(_ scalar: Unicode.Scalar) -> [UInt8] {
    if scalar.value < 0x80 {
      let byte = Self.asciiFold[Int(scalar.value)]
      return byte == 0 ? [] : [byte]
    }
    if let folded = known[scalar.value] { return folded }
    let folded = Self.foldSlowly(scalar)
    known[scalar.value] = folded
    return folded
  }

  /// Whether text breaks there, so that the next letter begins a word: at blanks and punctuation.
  static func isBreak(_ byte: UInt8) -> Bool { asciiBreaks[Int(byte)] }

  /// Whether an ASCII letter is in the fold.
  static func isKept(_ byte: UInt8) -> Bool { asciiFold[Int(byte)] != 0 }

  /// Whether the letter after a scalar, given what that folds to, begins a word.
  static func breaks(after scalar: Unicode.Scalar, folded: [UInt8]) -> Bool {
    if scalar.value < 0x80 { return isBreak(UInt8(scalar.value)) }
    return folded.isEmpty && !scalar.properties.isGraphemeExtend
  }

  /// Folds up to the first byte beyond ASCII; gives how far it read and how much it wrote.
  private static func foldASCII(
    _ text: UnsafeBufferPointer<UInt8>, from start: Int,
    into output: UnsafeMutableBufferPointer<UInt8>
  ) -> (read: Int, written: Int) {
    asciiFold.withUnsafeBufferPointer { table in
      var place = start
      var written = 0
      while place < text.count {
        let byte = text[place]
        if byte >= 0x80 { break }
        let folded = table[Int(byte)]
        output[written] = folded
        // Written over by the next one where this one is left out.
        written &+= folded == 0 ? 0 : 1
        place &+= 1
      }
      return (place, written)
    }
  }

  private static func foldSlowly(_ scalar: Unicode.Scalar) -> [UInt8] {
    var folded: [UInt8] = []
    let parts = String(scalar).decomposedStringWithCompatibilityMapping.lowercased()
      .decomposedStringWithCompatibilityMapping
    for part in parts.unicodeScalars {
      if part.value < 0x80 {
        let byte = asciiFold[Int(part.value)]
        if byte != 0 { folded.append(byte) }
        continue
      }
      switch part.properties.generalCategory {
      case .nonspacingMark, .enclosingMark, .format, .control, .dashPunctuation,
        .spaceSeparator, .lineSeparator, .paragraphSeparator:
        continue
      default: folded.append(contentsOf: UTF8.encode(part).map(Array.init) ?? [])
      }
    }
    return folded
  }

  /// The scalar there and its length; strings are always valid UTF-8, other bytes need not be.
  private static func decode(
    _ text: UnsafeBufferPointer<UInt8>, at place: Int
  ) -> (scalar: Unicode.Scalar, length: Int) {
    var decoder = UTF8()
    var bytes = text[place...].prefix(4).makeIterator()
    guard case .scalarValue(let scalar) = decoder.decode(&bytes) else {
      return ("\u{FFFD}", 1)
    }
    return (scalar, UTF8.width(scalar))
  }

  private static let separators = Set("-_./: ".utf8)

  private static let asciiFold: [UInt8] = (UInt8(0)..<128).map { byte in
    switch byte {
    case ...0x20, 0x7F: 0
    case 0x41...0x5A: byte + 0x20
    default: separators.contains(byte) ? 0 : byte
    }
  }

  /// Bytes beyond ASCII are letters as far as this goes.
  private static let asciiBreaks: [Bool] = (UInt8.min...UInt8.max).map { byte in
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x80...: false
    default: true
    }
  }
}
