import Foundation

/// Reduces text to what a search compares: letters and digits in UTF-8, without case, accents,
/// separators, quotes and brackets.
///
/// It works scalar by scalar, so the fold of a concatenation is the concatenation of the folds.
/// Control characters are dropped, so no fold contains a zero byte.
struct Folding {
  /// A cache of the folds of non-ASCII scalars: Unicode's tables are slow.
  private var known: [UInt32: Folded] = [:]
  private var bytes: [UInt8] = []
  private var starts: [Bool] = []

  /// The fold of one scalar.
  struct Folded {
    /// UTF-8; empty for separators, marks and control characters.
    let bytes: [UInt8]
    /// Whether a word begins after it; nil leaves that unchanged.
    let breaksWord: Bool?
  }

  static func fold(_ text: String) -> [UInt8] {
    var folding = Folding()
    var folded = FoldedText()
    var text = text
    text.withUTF8 { folding.append($0, to: &folded) }
    return folded.bytes
  }

  /// Appends the fold of UTF-8 text, which begins a word.
  mutating func append(_ text: UnsafeBufferPointer<UInt8>, to folded: inout FoldedText) {
    if bytes.count < text.count {
      bytes = [UInt8](repeating: 0, count: text.count * 2)
      starts = [Bool](repeating: false, count: text.count * 2)
    }
    var index = 0
    var isStart = true
    while index < text.count {
      let written = bytes.withUnsafeMutableBufferPointer { bytes in
        starts.withUnsafeMutableBufferPointer { starts in
          Self.foldASCII(text, from: &index, isStart: &isStart, into: bytes, starts)
        }
      }
      folded.append(bytes[..<written], starts: starts[..<written])
      guard index < text.count else { break }
      let (scalar, length) = Self.decode(text, at: index)
      let letter = fold(scalar)
      folded.append(letter.bytes, isStart: isStart)
      if let breaksWord = letter.breaksWord { isStart = breaksWord }
      index += length
    }
  }

  mutating func fold(_ scalar: Unicode.Scalar) -> Folded {
    if scalar.value < 0x80 {
      let byte = Self.asciiFold[Int(scalar.value)]
      return Folded(
        bytes: byte == 0 ? [] : [byte], breaksWord: Self.asciiBreaks[Int(scalar.value)])
    }
    if let folded = known[scalar.value] { return folded }
    let bytes = Self.foldSlowly(scalar)
    let isMark = scalar.properties.isGraphemeExtend
    let folded = Folded(bytes: bytes, breaksWord: bytes.isEmpty ? (isMark ? nil : true) : false)
    known[scalar.value] = folded
    return folded
  }

  /// Folds up to the first non-ASCII byte, and returns the number of bytes written.
  private static func foldASCII(
    _ text: UnsafeBufferPointer<UInt8>, from index: inout Int, isStart: inout Bool,
    into bytes: UnsafeMutableBufferPointer<UInt8>, _ starts: UnsafeMutableBufferPointer<Bool>
  ) -> Int {
    asciiFold.withUnsafeBufferPointer { fold in
      asciiBreaks.withUnsafeBufferPointer { breaks in
        var written = 0
        while index < text.count {
          let byte = text[index]
          if byte >= 0x80 { break }
          let folded = fold[Int(byte)]
          bytes[written] = folded
          starts[written] = isStart
          isStart = breaks[Int(byte)]
          // Overwritten by the next byte if this one is dropped.
          written &+= folded == 0 ? 0 : 1
          index &+= 1
        }
        return written
      }
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
        .openPunctuation, .closePunctuation, .initialPunctuation, .finalPunctuation,
        .spaceSeparator, .lineSeparator, .paragraphSeparator:
        continue
      default: folded.append(contentsOf: UTF8.encode(part).map(Array.init) ?? [])
      }
    }
    return folded
  }

  /// The scalar at an offset and its length; bytes that are not from a string may be invalid UTF-8.
  private static func decode(
    _ text: UnsafeBufferPointer<UInt8>, at index: Int
  ) -> (scalar: Unicode.Scalar, length: Int) {
    var decoder = UTF8()
    var bytes = text[index...].prefix(4).makeIterator()
    guard case .scalarValue(let scalar) = decoder.decode(&bytes) else {
      return ("\u{FFFD}", 1)
    }
    return (scalar, UTF8.width(scalar))
  }

  private static let separators = Set("-_./: ,()[]{}\"'`".utf8)

  private static let asciiFold: [UInt8] = (UInt8(0)..<128).map { byte in
    switch byte {
    case ...0x20, 0x7F: 0
    case 0x41...0x5A: byte + 0x20
    default: separators.contains(byte) ? 0 : byte
    }
  }

  /// A word begins after spaces and punctuation, whether these are in the fold or not.
  private static let asciiBreaks: [Bool] = (UInt8(0)..<128).map { byte in
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: false
    default: true
    }
  }
}
