package import Foundation

/// One condition of a query, as its parts are ANDed.
package struct Term: Hashable, Sendable, CustomStringConvertible {
  package enum Condition: Hashable, Sendable {
    /// Text somewhere in id, name, author or description; letters in order where it is nowhere.
    case word(String)
    /// Text that is there as it stands, blanks and separators aside.
    case phrase(String)
    /// One of the values, lower case; for fields that take names.
    case anyOf(QueryField, [String])
    /// A comparison that an unknown or variable value never passes.
    case compare(QueryField, Comparison, Quantity)
  }

  /// The right side of a comparison.
  package enum Quantity: Hashable, Sendable {
    case tokens(Int)
    /// USD, as the fact is shown.
    case price(Decimal)
    /// Points.
    case score(Decimal)
    case span(CalendarPeriod)
    /// Whole days.
    case days(Int)
  }

  package let condition: Condition
  /// Whether models that meet the condition are left out rather than kept.
  package let isNegated: Bool

  init(_ condition: Condition, isNegated: Bool = false) {
    self.condition = condition
    self.isNegated = isNegated
  }

  /// Whether it finds by free text, and so makes one match better than another.
  package var isFreeText: Bool {
    switch condition {
    case .word, .phrase: !isNegated
    case .anyOf, .compare: false
    }
  }

  /// The canonical text.
  package var description: String { (isNegated ? "-" : "") + condition.description }

  /// Whether it asks for models of that state.
  func asks(for state: ModelState) -> Bool {
    guard !isNegated, case .anyOf(.state, let names) = condition else { return false }
    return names.contains(state.rawValue)
  }
}

extension Term.Condition: CustomStringConvertible {
  package var description: String {
    switch self {
    case .word(let text): text
    case .phrase(let text): "\"\(text)\""
    case .anyOf(let field, let names):
      "\(field.name):" + names.map(Self.quotedIfNeeded).joined(separator: ",")
    case .compare(let field, let comparison, let quantity):
      "\(field.name)\(comparison.rawValue)\(quantity)"
    }
  }

  /// A name as it stands after a field's colon; none has a quote in it.
  static func quotedIfNeeded(_ name: String) -> String {
    let isPlain =
      name.unicodeScalars.allSatisfy { $0 != "," && !QueryLexer.isBlank($0) }
      && name.unicodeScalars.first.map { !["<", ">", "="].contains($0) } ?? false
    return isPlain ? name : "\"\(name)\""
  }
}

extension Term.Quantity: CustomStringConvertible {
  package var description: String {
    switch self {
    case .tokens(let count):
      if count > 0, count.isMultiple(of: 1_000_000) {
        "\(count / 1_000_000)m"
      } else if count > 0, count.isMultiple(of: 1000) {
        "\(count / 1000)k"
      } else {
        "\(count)"
      }
    case .price(let amount), .score(let amount): "\(amount)"
    case .span(let span): span.description
    case .days(let count): "\(count)d"
    }
  }
}
