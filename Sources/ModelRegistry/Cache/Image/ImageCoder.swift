import Foundation

/// Writes the fields of a value to bytes, or reads them back: one list of fields serves both.
///
/// A writer leaves the values as they are; a reader replaces them. Every number is of eight bytes,
/// little-endian; a text is the count of its UTF-8 and its UTF-8; a list is its count and its
/// elements.
protocol ImageCoder {
  mutating func code(_ number: inout Int) throws(ImageFault)
  mutating func code(_ text: inout String) throws(ImageFault)
  /// Nil while writing, when the elements of a list are those that it has.
  mutating func count(_ count: Int) throws(ImageFault) -> Int?
}

/// The bytes are no image.
struct ImageFault: Error {}

extension ImageCoder {
  mutating func code(_ flag: inout Bool) throws(ImageFault) {
    var number = flag ? 1 : 0
    try code(&number)
    flag = number != 0
  }

  mutating func code(_ double: inout Double) throws(ImageFault) {
    var bits = Int(truncatingIfNeeded: double.bitPattern)
    try code(&bits)
    double = Double(bitPattern: UInt64(truncatingIfNeeded: bits))
  }

  mutating func code(_ date: inout Date) throws(ImageFault) {
    var seconds = date.timeIntervalSinceReferenceDate
    try code(&seconds)
    date = Date(timeIntervalSinceReferenceDate: seconds)
  }

  /// An optional value; `blank` is the one to read into.
  @inline(__always)
  mutating func code<Value>(
    _ value: inout Value?, _ blank: @autoclosure () -> Value,
    _ each: (inout Self, inout Value) throws(ImageFault) -> Void
  ) throws(ImageFault) {
    var isThere = value != nil
    try code(&isThere)
    guard isThere else { return value = nil }
    var coded = value ?? blank()
    try each(&self, &coded)
    value = coded
  }

  @inline(__always)
  mutating func code<Value>(
    _ values: inout [Value], _ blank: @autoclosure () -> Value,
    _ each: (inout Self, inout Value) throws(ImageFault) -> Void
  ) throws(ImageFault) {
    guard let count = try count(values.count) else {
      for var value in values { try each(&self, &value) }
      return
    }
    values = []
    values.reserveCapacity(count)
    for _ in 0..<count {
      var value = blank()
      try each(&self, &value)
      values.append(value)
    }
  }

  @inline(__always)
  mutating func code<Key: Hashable, Value>(
    _ values: inout [Key: Value], _ blank: @autoclosure () -> (key: Key, value: Value),
    _ each: (inout Self, inout (key: Key, value: Value)) throws(ImageFault) -> Void
  ) throws(ImageFault) {
    guard let count = try count(values.count) else {
      for var entry in values { try each(&self, &entry) }
      return
    }
    values = Dictionary(minimumCapacity: count)
    for _ in 0..<count {
      var entry = blank()
      try each(&self, &entry)
      values[entry.key] = entry.value
    }
  }

  mutating func code(_ text: inout String?) throws(ImageFault) {
    try code(&text, "") { (coder, text) throws(ImageFault) in try coder.code(&text) }
  }

  mutating func code(_ number: inout Int?) throws(ImageFault) {
    try code(&number, 0) { (coder, number) throws(ImageFault) in try coder.code(&number) }
  }

  mutating func code(_ double: inout Double?) throws(ImageFault) {
    try code(&double, 0) { (coder, double) throws(ImageFault) in try coder.code(&double) }
  }

  mutating func code(_ flag: inout Bool?) throws(ImageFault) {
    try code(&flag, false) { (coder, flag) throws(ImageFault) in try coder.code(&flag) }
  }

  mutating func code(_ texts: inout [String]) throws(ImageFault) {
    try code(&texts, "") { (coder, text) throws(ImageFault) in try coder.code(&text) }
  }

  /// A value by its index among all that there are.
  mutating func code<Value: Equatable>(
    _ value: inout Value, of all: [Value]
  ) throws(ImageFault) {
    var index = all.firstIndex(of: value) ?? 0
    try code(&index)
    guard all.indices.contains(index) else { throw ImageFault() }
    value = all[index]
  }
}

struct ImageWriter: ImageCoder {
  private(set) var bytes: [UInt8] = []

  init(reserving capacity: Int = 0) { bytes.reserveCapacity(capacity) }

  mutating func code(_ number: inout Int) {
    withUnsafeBytes(of: number.littleEndian) { bytes += $0 }
  }

  mutating func code(_ text: inout String) {
    var count = text.utf8.count
    code(&count)
    bytes += text.utf8
  }

  mutating func count(_ count: Int) -> Int? {
    var count = count
    code(&count)
    return nil
  }
}

/// Checks every access, so that no bytes can make it read beyond them.
struct ImageReader: ImageCoder {
  private let bytes: ArraySlice<UInt8>
  private var offset: Int

  init(_ bytes: ArraySlice<UInt8>) {
    self.bytes = bytes
    offset = bytes.startIndex
  }

  var isAtEnd: Bool { offset == bytes.endIndex }

  mutating func code(_ number: inout Int) throws(ImageFault) {
    guard bytes.endIndex - offset >= 8 else { throw ImageFault() }
    number = bytes[offset..<offset + 8].withUnsafeBytes {
      Int(littleEndian: $0.loadUnaligned(as: Int.self))
    }
    offset += 8
  }

  mutating func code(_ text: inout String) throws(ImageFault) {
    var count = 0
    try code(&count)
    guard (0...bytes.endIndex - offset).contains(count) else { throw ImageFault() }
    text = String(decoding: bytes[offset..<offset + count], as: UTF8.self)
    offset += count
  }

  mutating func count(_ count: Int) throws(ImageFault) -> Int? {
    var count = 0
    try code(&count)
    // An element is of eight bytes at least.
    guard (0...(bytes.endIndex - offset) / 8).contains(count) else { throw ImageFault() }
    return count
  }
}
