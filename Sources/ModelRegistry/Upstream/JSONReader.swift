import ModelCatalog

/// Reads JSON forwards, value by value, as the caller asks for it.
///
/// Starting the browser waits for this: JSONDecoder takes more than twice as long for the row types
/// alone, and loses digits of numbers. Works on an array, so that all accesses to untrusted bytes
/// are bounds-checked.
struct JSONReader {
  /// Why a value could not be read.
  enum Fault: Error, Equatable {
    /// Not JSON; nothing after it can be read either.
    case syntax(String, offset: Int)
    /// Valid JSON so far, but not of the expected type; ``skip()`` from its start continues.
    case mismatch(String)
    /// The task was cancelled, or its deadline has passed.
    case cancelled
  }

  enum Kind: String {
    case object = "an object"
    case array = "an array"
    case string = "a string"
    case number = "a number"
    case boolean = "true or false"
    case null
  }

  private let bytes: [UInt8]
  private(set) var offset = 0
  private var depth = 0
  /// Elements beyond ``ListingLimits`` that were stepped over.
  private(set) var leftOut = 0

  /// Deeper nesting is refused: a listing needs seven levels.
  private static let maximumDepth = 64

  /// Skips a byte order mark.
  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { offset = 3 }
  }

  /// The kind of the value that comes next.
  mutating func peek() throws(Fault) -> Kind {
    skipSpace()
    guard offset < bytes.count else { throw ended }
    switch bytes[offset] {
    case UInt8(ascii: "{"): return .object
    case UInt8(ascii: "["): return .array
    case UInt8(ascii: "\""): return .string
    case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): return .number
    case UInt8(ascii: "t"), UInt8(ascii: "f"): return .boolean
    case UInt8(ascii: "n"): return .null
    default: throw unexpected
    }
  }

  /// Goes back to where a value began, to skip it after a mismatch inside.
  mutating func rewind(to earlier: JSONReader) {
    offset = earlier.offset
    depth = earlier.depth
    leftOut = earlier.leftOut
  }

  /// Steps over a value that is beyond a limit.
  mutating func leaveOut() throws(Fault) {
    try skip()
    leftOut += 1
  }

  /// Calls `field` for each member; it must read or skip the value.
  mutating func object(
    _ field: (inout JSONReader, String) throws(Fault) -> Void
  ) throws(Fault) {
    try open(.object)
    if close(UInt8(ascii: "}")) { return }
    repeat {
      guard try peek() == .string else { throw unexpected }
      let name = try memberName()
      try expect(UInt8(ascii: ":"))
      try field(&self, name)
    } while try another(until: UInt8(ascii: "}"))
  }

  /// Calls `element` for each element; it must read or skip it.
  mutating func array(_ element: (inout JSONReader) throws(Fault) -> Void) throws(Fault) {
    try open(.array)
    if close(UInt8(ascii: "]")) { return }
    repeat { try element(&self) } while try another(until: UInt8(ascii: "]"))
  }

  /// A string; invalid UTF-8 and unpaired surrogates are mismatches, or U+FFFD when `repairing`.
  mutating func string(repairing: Bool = false) throws(Fault) -> String {
    try require(.string)
    return try decode(try stringContent(), repairing: repairing)
  }

  /// The UTF-8 of a string; invalid UTF-8 stays as it is.
  mutating func stringBytes() throws(Fault) -> ArraySlice<UInt8> {
    try require(.string)
    let content = try stringContent()
    return content.hasEscapes
      ? Array(try decode(content, repairing: true).utf8)[...] : bytes[content.range]
  }

  /// The text of a number, as written.
  mutating func number() throws(Fault) -> String {
    String(decoding: try numberBytes(), as: UTF8.self)
  }

  /// The UTF-8 of a number, as written.
  mutating func numberBytes() throws(Fault) -> ArraySlice<UInt8> {
    try require(.number)
    return bytes[try numberContent()]
  }

  mutating func boolean() throws(Fault) -> Bool {
    try require(.boolean)
    let value = bytes[offset] == UInt8(ascii: "t")
    try literal(value ? "true" : "false")
    return value
  }

  /// Steps over one value of any kind, checking that it is JSON.
  mutating func skip() throws(Fault) {
    switch try peek() {
    case .object: try skipObject()
    case .array: try array { (reader) throws(Fault) in try reader.skip() }
    case .string: _ = try stringContent()
    case .number: _ = try numberContent()
    case .boolean: _ = try boolean()
    case .null: try literal("null")
    }
  }

  /// Steps over a null; false, without a step, for anything else.
  mutating func null() throws(Fault) -> Bool {
    guard try peek() == .null else { return false }
    try literal("null")
    return true
  }

  /// Throws if anything but white space is left.
  mutating func end() throws(Fault) {
    skipSpace()
    guard offset == bytes.count else { throw unexpected }
  }
}

extension JSONReader {
  private var ended: Fault { .syntax("it ends in the middle", offset: offset) }

  private var unexpected: Fault {
    offset < bytes.count ? .syntax("it is not valid JSON", offset: offset) : ended
  }

  private mutating func require(_ kind: Kind) throws(Fault) {
    let found = try peek()
    guard found == kind else {
      throw .mismatch("\(found.rawValue) where \(kind.rawValue) belongs")
    }
  }

  /// Compact JSON, as upstream sends it, has none.
  @inline(__always)
  private mutating func skipSpace() {
    if offset < bytes.count, bytes[offset] > 0x20 { return }
    skipSomeSpace()
  }

  private mutating func skipSomeSpace() {
    while offset < bytes.count {
      switch bytes[offset] {
      case 0x20, 0x0A, 0x0D, 0x09: offset += 1
      default: return
      }
    }
  }

  private mutating func open(_ kind: Kind) throws(Fault) {
    try require(kind)
    guard depth < Self.maximumDepth else {
      throw .syntax("it is nested too deeply", offset: offset)
    }
    depth += 1
    offset += 1
  }

  /// Steps over the closing bracket if it comes next.
  private mutating func close(_ bracket: UInt8) -> Bool {
    skipSpace()
    guard offset < bytes.count, bytes[offset] == bracket else { return false }
    offset += 1
    depth -= 1
    return true
  }

  private mutating func another(until bracket: UInt8) throws(Fault) -> Bool {
    if close(bracket) { return false }
    try expect(UInt8(ascii: ","))
    return true
  }

  private mutating func expect(_ byte: UInt8) throws(Fault) {
    skipSpace()
    guard offset < bytes.count, bytes[offset] == byte else { throw unexpected }
    offset += 1
  }

  private mutating func literal(_ text: StaticString) throws(Fault) {
    let expected = UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount)
    guard bytes[offset...].starts(with: expected) else { throw unexpected }
    offset += expected.count
  }

  /// A member's name, cut so that it is cheap to compare.
  private mutating func memberName() throws(Fault) -> String {
    let content = try stringContent()
    let name = try decode(content, repairing: false)
    if !content.hasEscapes, content.isASCII, content.range.count <= ListingLimits.name {
      return name
    }
    return DisplayText.beginning(of: name, letters: ListingLimits.name)
  }

  private func decode(_ content: StringContent, repairing: Bool) throws(Fault) -> String {
    if !content.hasEscapes, content.isASCII || repairing {
      return String(decoding: bytes[content.range], as: UTF8.self)
    }
    let text =
      content.hasEscapes
      ? JSONEscapes.resolve(bytes[content.range], repairing: repairing)
      : String(validating: bytes[content.range], as: UTF8.self)
    guard let text else { throw .mismatch("a text is not valid Unicode") }
    return text
  }

  /// The bytes between the quotes of a string, and whether they need decoding.
  private struct StringContent {
    var range: Range<Int>
    var hasEscapes: Bool
    var isASCII: Bool
  }

  private mutating func skipObject() throws(Fault) {
    try open(.object)
    if close(UInt8(ascii: "}")) { return }
    repeat {
      guard try peek() == .string else { throw unexpected }
      _ = try stringContent()
      try expect(UInt8(ascii: ":"))
      try skip()
    } while try another(until: UInt8(ascii: "}"))
  }

  /// Steps over a string.
  private mutating func stringContent() throws(Fault) -> StringContent {
    let start = offset + 1
    var index = start
    var hasEscapes = false
    var isASCII = true
    while true {
      let plain = plainText(from: index)
      index = plain.end
      isASCII = isASCII && plain.isASCII
      guard index < bytes.count else { break }
      let byte = bytes[index]
      if byte == UInt8(ascii: "\"") {
        offset = index + 1
        return StringContent(range: start..<index, hasEscapes: hasEscapes, isASCII: isASCII)
      }
      guard byte >= 0x20 else { throw .syntax("a raw control character", offset: index) }
      if byte == UInt8(ascii: "\\") {
        hasEscapes = true
        index += 1
      }
      isASCII = isASCII && byte < 0x80
      index += 1
    }
    offset = bytes.count
    throw ended
  }

  /// The index of the next quote, backslash or control character, or one within eight bytes of the
  /// end; by eight bytes, because most of a list is in long texts.
  private func plainText(from start: Int) -> (end: Int, isASCII: Bool) {
    let ones: UInt64 = 0x0101_0101_0101_0101
    let highs = ones << 7
    let text = bytes.span.bytes
    var index = start
    var bits: UInt64 = 0
    while index + 8 <= text.byteCount {
      let word = UInt64(
        littleEndian: text.unsafeLoadUnaligned(fromByteOffset: index, as: UInt64.self))
      let quotes = word ^ (ones &* UInt64(UInt8(ascii: "\"")))
      let escapes = word ^ (ones &* UInt64(UInt8(ascii: "\\")))
      // Of the bytes with the highest bit in `found` the first is one that was sought.
      let found =
        (((quotes &- ones) & ~quotes) | ((escapes &- ones) & ~escapes)
          | ((word &- ones &* 0x20) & ~word)) & highs
      guard found == 0 else {
        let before = found.trailingZeroBitCount / 8
        bits |= word & ((1 << (8 * UInt64(before))) - 1)
        return (index + before, bits & highs == 0)
      }
      bits |= word
      index += 8
    }
    return (index, bits & highs == 0)
  }

  private mutating func numberContent() throws(Fault) -> Range<Int> {
    let start = offset
    if bytes[offset] == UInt8(ascii: "-") { offset += 1 }
    let first = offset
    try digits()
    guard bytes[first] != UInt8(ascii: "0") || offset == first + 1 else { throw unexpected }
    if offset < bytes.count, bytes[offset] == UInt8(ascii: ".") {
      offset += 1
      try digits()
    }
    if offset < bytes.count, bytes[offset] | 0x20 == UInt8(ascii: "e") {
      offset += 1
      if offset < bytes.count,
        bytes[offset] == UInt8(ascii: "+") || bytes[offset] == UInt8(ascii: "-")
      {
        offset += 1
      }
      try digits()
    }
    return start..<offset
  }

  private mutating func digits() throws(Fault) {
    let start = offset
    while offset < bytes.count,
      (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(bytes[offset])
    {
      offset += 1
    }
    guard offset > start else { throw unexpected }
  }
}
