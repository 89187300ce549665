extension StringProtocol where SubSequence == Substring {
  /// What follows the first occurrence of an ASCII character; nil without one.
  ///
  /// By bytes, because breaking a text into characters takes ten times as long.
  func part(after separator: Unicode.Scalar) -> Substring? {
    guard let byte = UInt8(exactly: separator.value), let index = utf8.firstIndex(of: byte)
    else { return nil }
    return self[utf8.index(after: index)...]
  }
}
