package import Foundation

/// A value of our own JSON; objects keep the order of their members, numbers every digit.
package enum JSONValue: Hashable, Sendable {
  case null
  case flag(Bool)
  case integer(Int)
  case decimal(Decimal)
  /// Infinite and undefined numbers have no JSON and are written as null.
  case double(Double)
  case text(String)
  case list([JSONValue])
  case object([Member])

  package struct Member: Hashable, Sendable {
    package var name: String
    package var value: JSONValue

    package init(_ name: String, _ value: JSONValue) {
      self.name = name
      self.value = value
    }
  }

  /// Null for nil, as all of these.
  package init(_ text: (some StringProtocol)?) { self = text.map { .text(String($0)) } ?? .null }
  package init(_ integer: Int?) { self = integer.map(JSONValue.integer) ?? .null }
  package init(_ decimal: Decimal?) { self = decimal.map(JSONValue.decimal) ?? .null }
  package init(_ double: Double?) { self = double.map(JSONValue.double) ?? .null }
  package init(_ flag: Bool?) { self = flag.map(JSONValue.flag) ?? .null }
  package init(_ texts: [String]?) { self = texts.map { .list($0.map(JSONValue.text)) } ?? .null }

  /// A moment, as ISO 8601 in UTC to the millisecond, without the part of a second if it is none.
  package init(_ date: Date?) {
    guard let date else {
      self = .null
      return
    }
    let milliseconds = (date.timeIntervalSince1970 * 1000).rounded()
    let isWhole = milliseconds.truncatingRemainder(dividingBy: 1000) == 0
    let style = Date.ISO8601FormatStyle(includingFractionalSeconds: !isWhole)
    self = .text(style.format(Date(timeIntervalSince1970: milliseconds / 1000)))
  }

  /// The member of that name; nil without one, and for anything but an object.
  package subscript(name: String) -> JSONValue? {
    switch self {
    case .object(let members): members.first { $0.name == name }?.value
    case .null, .flag, .integer, .decimal, .double, .text, .list: nil
    }
  }
}

extension JSONValue: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral,
  ExpressibleByBooleanLiteral, ExpressibleByArrayLiteral, ExpressibleByDictionaryLiteral
{
  package init(stringLiteral text: String) { self = .text(text) }
  package init(integerLiteral integer: Int) { self = .integer(integer) }
  package init(booleanLiteral flag: Bool) { self = .flag(flag) }
  package init(arrayLiteral values: JSONValue...) { self = .list(values) }
  package init(dictionaryLiteral members: (String, JSONValue)...) {
    self = .object(members.map { Member($0, $1) })
  }
}
