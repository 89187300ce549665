import Foundation
import ModelCatalog

/// Values of which an unexpected type is as good as none: null, and stepped over.
extension JSONReader {
  /// What is not valid Unicode in it is U+FFFD: upstream cuts its texts, and may cut a character.
  mutating func lenientString() throws(Fault) -> String? {
    try ifNext(.string) { (reader) throws(Fault) in try reader.string(repairing: true) }
  }

  /// Cleaned, of one line; nil if nothing is left.
  mutating func lenientText() throws(Fault) -> String? {
    DisplayText.nonEmpty(try lenientString(), limit: 200)
  }

  /// The strings among the elements, cleaned.
  mutating func lenientStrings() throws(Fault) -> [String]? {
    try ifNext(.array) { (reader) throws(Fault) in
      var texts: [String] = []
      try reader.array { (reader) throws(Fault) in
        guard texts.count < ListingLimits.elements else { return try reader.leaveOut() }
        if let text = try reader.lenientText() { texts.append(text) }
      }
      return texts
    }
  }

  mutating func lenientBoolean() throws(Fault) -> Bool? {
    try ifNext(.boolean) { (reader) throws(Fault) in try reader.boolean() }
  }

  /// A number of a size that scores and settings have; others are no fact.
  mutating func lenientDouble() throws(Fault) -> Double? {
    try ifNext(.number) { (reader) throws(Fault) in
      Double(try reader.number()).flatMap { $0.magnitude < 1e15 ? $0 : nil }
    }
  }

  /// A share, with every digit: 0.25; nil for none, and for what is no share.
  mutating func lenientShare() throws(Fault) -> Decimal? {
    try ifNext(.number) { (reader) throws(Fault) in
      Decimal(scientific: try reader.number()).flatMap { !$0.isZero && abs($0) <= 10 ? $0 : nil }
    }
  }

  /// A whole number of tokens, at most a trillion; 0, which upstream writes for unknown, and
  /// less are none.
  mutating func tokens() throws(Fault) -> Int? {
    Self.whole(try number()).flatMap { (1...1_000_000_000_000).contains($0) ? $0 : nil }
  }

  mutating func lenientTokens() throws(Fault) -> Int? {
    try ifNext(.number) { (reader) throws(Fault) in try reader.tokens() }
  }

  mutating func lenientInt() throws(Fault) -> Int? {
    try ifNext(.number) { (reader) throws(Fault) in Self.whole(try reader.number()) }
  }

  /// Unix seconds between 1970 and the year 10000.
  mutating func lenientSeconds() throws(Fault) -> Date? {
    guard let seconds = try lenientInt(), (1..<253_402_300_800).contains(seconds) else {
      return nil
    }
    return Date(timeIntervalSince1970: Double(seconds))
  }

  mutating func lenientDay() throws(Fault) -> CalendarDay? {
    try lenientString().flatMap { $0.utf8.count <= 64 ? CalendarDay($0) : nil }
  }

  mutating func lenientObject(
    _ field: (inout JSONReader, String) throws(Fault) -> Void
  ) throws(Fault) {
    guard try peek() == .object else { return try skip() }
    try object(field)
  }

  private mutating func ifNext<Value>(
    _ kind: Kind, _ read: (inout JSONReader) throws(Fault) -> Value?
  ) throws(Fault) -> Value? {
    guard try peek() == kind else {
      try skip()
      return nil
    }
    return try read(&self)
  }

  private static func whole(_ text: String) -> Int? {
    Int(text) ?? Double(text).flatMap { Int(exactly: $0) }
  }
}
