package import Foundation

extension JSONValue {
  /// How the text is laid out.
  package enum Layout: Sendable {
    /// On one line, without blanks.
    case compact
    /// A member or element a line, each level two blanks further in.
    case pretty
  }

  /// As UTF-8, without a line break at the end.
  package func encoded(_ layout: Layout = .compact) -> Data {
    var bytes: [UInt8] = []
    append(to: &bytes, layout)
    return Data(bytes)
  }

  /// As UTF-8, at the end of what is there already; `depth` levels in.
  package func append(to bytes: inout [UInt8], _ layout: Layout, depth: Int = 0) {
    switch self {
    case .null: bytes += "null".utf8
    case .flag(let flag): bytes += (flag ? "true" : "false").utf8
    case .integer(let integer): bytes += String(integer).utf8
    case .decimal(let decimal): bytes += decimal.isNaN ? "null".utf8 : decimal.description.utf8
    case .double(let double): bytes += double.isFinite ? "\(double)".utf8 : "null".utf8
    case .text(let text): Self.append(text, to: &bytes)
    case .list(let values):
      Self.append(values, between: ("[", "]"), to: &bytes, layout, depth) { value, bytes in
        value.append(to: &bytes, layout, depth: depth + 1)
      }
    case .object(let members):
      Self.append(members, between: ("{", "}"), to: &bytes, layout, depth) { member, bytes in
        Self.append(member.name, to: &bytes)
        bytes.append(UInt8(ascii: ":"))
        if layout == .pretty { bytes.append(UInt8(ascii: " ")) }
        member.value.append(to: &bytes, layout, depth: depth + 1)
      }
    }
  }

  private static func append<Element>(
    _ elements: [Element], between brackets: (Unicode.Scalar, Unicode.Scalar),
    to bytes: inout [UInt8], _ layout: Layout, _ depth: Int,
    each: (Element, inout [UInt8]) -> Void
  ) {
    bytes.append(UInt8(ascii: brackets.0))
    for (index, element) in elements.enumerated() {
      if index > 0 { bytes.append(UInt8(ascii: ",")) }
      breakLine(&bytes, layout, depth + 1)
      each(element, &bytes)
    }
    if !elements.isEmpty { breakLine(&bytes, layout, depth) }
    bytes.append(UInt8(ascii: brackets.1))
  }

  private static func breakLine(_ bytes: inout [UInt8], _ layout: Layout, _ depth: Int) {
    guard layout == .pretty else { return }
    bytes.append(UInt8(ascii: "\n"))
    for _ in 0..<depth { bytes += [UInt8(ascii: " "), UInt8(ascii: " ")] }
  }

  /// What no terminal should get is escaped, whatever its source: readers see no difference.
  private static func append(_ text: String, to bytes: inout [UInt8]) {
    bytes.append(UInt8(ascii: "\""))
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": bytes += "\\\"".utf8
      case "\\": bytes += "\\\\".utf8
      case "\n": bytes += "\\n".utf8
      case "\r": bytes += "\\r".utf8
      case "\t": bytes += "\\t".utf8
      case " "..."~": bytes.append(UInt8(truncatingIfNeeded: scalar.value))
      case _ where isSeen(scalar): bytes += UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter
      default: for unit in UTF16.encode(scalar) ?? .init() { appendEscape(of: unit, to: &bytes) }
      }
    }
    bytes.append(UInt8(ascii: "\""))
  }

  private static func isSeen(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator: false
    default: true
    }
  }

  private static func appendEscape(of unit: UInt16, to bytes: inout [UInt8]) {
    let digits = String(unit, radix: 16)
    bytes += "\\u\(String(repeating: "0", count: 4 - digits.count))\(digits)".utf8
  }
}
