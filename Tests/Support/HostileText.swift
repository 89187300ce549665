import Testing

/// A text that a hostile upstream could send, with a name that a failed test can print.
package struct HostileText: Hashable, Sendable, CustomTestStringConvertible {
  package let name: String
  package let text: String

  init(_ name: String, _ text: String) {
    self.name = name
    self.text = text
  }

  package var testDescription: String { name }

  /// All texts; names and texts are unique.
  package static let all: [HostileText] =
    controls + escapes + controlSequences + commands + deviceStrings + directions + invisible
    + marks + lineBreaks + pictures + formulas + markup + syntax + sizes
}

extension HostileText {
  /// The scalar's number in Unicode notation: `U+202E`.
  static func number(_ value: UInt32) -> String {
    let digits = String(value, radix: 16, uppercase: true)
    return "U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
  }

  /// Each of the scalars between two letters.
  static func between(_ values: some Sequence<UInt32>, _ what: String) -> [HostileText] {
    values.compactMap(Unicode.Scalar.init).map { scalar in
      HostileText("\(what) \(number(scalar.value))", "a\(scalar)b")
    }
  }
}
