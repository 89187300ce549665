package import Foundation

/// One condition of a query; all conditions are ANDed.
package struct Term: Hashable, Sendable, CustomStringConvertible {
  package enum Condition: Hashable, Sendable {
    /// Text in id, name, author or description; matched fuzzily if no model contains it.
    case word(String)
    /// Literal text, ignoring spaces and separators.
    case phrase(String)
    /// One of these lower-case values; for fields whose values are names.
    case anyOf(QueryField, [String])
    /// A comparison; unknown and variable values never match.
    case compare(QueryField, Comparison, Quantity)
  }

  /// The right side of a comparison.
  package enum Quantity: Hashable, Sendable {
    case tokens(Int)
    /// USD, as the fact is shown.
    case price(Decimal)
    /// Points, or another number in the unit of its fact.
    case number(Decimal)
    case span(CalendarPeriod)
    /// Whole days.
    case days(Int)
    /// What a model has of the same fact, by its id.
    case model(Model.ID)
  }

  package let condition: Condition
  /// Whether models that meet the condition are excluded.
  package let isNegated: Bool

  init(_ condition: Condition, isNegated: Bool = false) {
    self.condition = condition
    self.isNegated = isNegated
  }

  /// Whether it is free text, so that its matches are ranked.
  package var isFreeText: Bool {
    switch condition {
    case .word, .phrase: !isNegated
    case .anyOf, .compare: false
    }
  }

  /// The canonical text.
  package var description: String { (isNegated ? "-" : "") + condition.description }

  /// Whether it selects models in that state.
  func asks(for state: ModelState) -> Bool { asks(.state, for: state.rawValue) }

  /// Whether it selects models with that name in a field.
  func asks(_ field: QueryField, for name: String) -> Bool {
    guard !isNegated, case .anyOf(field, let names) = condition else { return false }
    return names.contains(name)
  }

  /// Whether it selects models of that source.
  func asks(for source: Model.Source?) -> Bool {
    guard let source, !isNegated, case .anyOf(.source, let names) = condition else { return false }
    return names.contains(source.rawValue)
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

  /// A name as written after a field's colon; names contain no quotes.
  static func quotedIfNeeded(_ name: String) -> String {
    let isPlain =
      name.unicodeScalars.allSatisfy { $0 != "," && !QueryLexer.isBlank($0) }
      && ![name.unicodeScalars.first, name.unicodeScalars.last].contains {
        $0.map(QueryLexer.isWrapping) ?? true
      }
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
    case .price(let amount), .number(let amount): "\(amount)"
    case .span(let span): span.description
    case .days(let count): "\(count)d"
    case .model(let id): id
    }
  }
}
