/// Decodes one UTF-8 scalar whose bytes arrive one at a time.
struct UTF8Letter: Sendable {
  enum Step {
    case unfinished
    /// nil if the bytes are invalid: an overlong form or a surrogate.
    case finished(Unicode.Scalar?)
    /// The byte does not continue this scalar.
    case broken
  }

  private var value: UInt32 = 0
  private var due = 0
  private var least: UInt32 = 0

  /// Whether the byte starts a sequence of several bytes.
  mutating func begin(_ byte: UInt8) -> Bool {
    switch byte {
    case 0xC2...0xDF: (value, due, least) = (UInt32(byte & 0x1F), 1, 0x80)
    case 0xE0...0xEF: (value, due, least) = (UInt32(byte & 0x0F), 2, 0x800)
    case 0xF0...0xF4: (value, due, least) = (UInt32(byte & 0x07), 3, 0x10000)
    default: return false
    }
    return true
  }

  mutating func append(_ byte: UInt8) -> Step {
    guard (0x80...0xBF).contains(byte) else { return .broken }
    value = value << 6 | UInt32(byte & 0x3F)
    due -= 1
    guard due == 0 else { return .unfinished }
    return .finished(value >= least ? Unicode.Scalar(value) : nil)
  }
}
