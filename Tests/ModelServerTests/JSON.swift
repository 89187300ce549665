import Foundation

/// JSON as a client decodes it.
enum JSON: Hashable, Sendable, Decodable {
  case null
  case flag(Bool)
  case number(Decimal)
  case text(String)
  case list([JSON])
  case object([String: JSON])

  init(_ data: some Sequence<UInt8>) throws {
    self = try JSONDecoder().decode(JSON.self, from: Data(data))
  }

  init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    if container.decodeNil() {
      self = .null
    } else if let flag = try? container.decode(Bool.self) {
      self = .flag(flag)
    } else if let number = try? container.decode(Decimal.self) {
      self = .number(number)
    } else if let text = try? container.decode(String.self) {
      self = .text(text)
    } else if let list = try? container.decode([JSON].self) {
      self = .list(list)
    } else {
      self = .object(try container.decode([String: JSON].self))
    }
  }

  /// Null for a missing member.
  subscript(name: String) -> JSON {
    if case .object(let members) = self { members[name] ?? .null } else { .null }
  }

  subscript(index: Int) -> JSON {
    if case .list(let values) = self, values.indices.contains(index) {
      values[index]
    } else {
      .null
    }
  }

  /// Nil for anything but a text.
  var text: String? {
    if case .text(let text) = self { text } else { nil }
  }

  /// Nil for anything but a number.
  var number: Decimal? {
    if case .number(let number) = self { number } else { nil }
  }

  /// The names of an object's members.
  var names: Set<String> {
    if case .object(let members) = self { Set(members.keys) } else { [] }
  }

  var members: [String: JSON] {
    if case .object(let members) = self { members } else { [:] }
  }

  var texts: [String] {
    if case .list(let values) = self { values.compactMap(\.string) } else { [] }
  }

  var string: String? {
    if case .text(let text) = self { text } else { nil }
  }
}

extension JSON: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral,
  ExpressibleByFloatLiteral, ExpressibleByBooleanLiteral, ExpressibleByNilLiteral
{
  init(stringLiteral text: String) { self = .text(text) }
  init(integerLiteral number: Int) { self = .number(Decimal(number)) }
  init(floatLiteral number: Double) { self = .number(Decimal(string: "\(number)") ?? 0) }
  init(booleanLiteral flag: Bool) { self = .flag(flag) }
  init(nilLiteral: ()) { self = .null }
}
