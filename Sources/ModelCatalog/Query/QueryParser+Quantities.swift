import Foundation

extension QueryParser {
  /// A field that is compared with a number, an amount or a date.
  mutating func readComparison(
    _ name: QueryField, _ field: QueryLexer.Field
  ) -> Term.Condition? {
    // A comma is a list nowhere here; `1,000` is as wrong as `a,b`.
    let text = field.items.map(\.text).joined(separator: ",").lowercased()
    let offset = field.items[0].range.lowerBound
    guard !text.isEmpty else {
      reportMissing(name.wanted, after: field, at: offset)
      return nil
    }
    switch Self.quantity(text, of: name.kind) {
    case .success(let quantity): return .compare(name, field.comparison ?? .equal, quantity)
    case .failure where Self.mayBeID(text) && name != .age:
      references.append(Reference(offset: offset, id: text, field: name))
      return .compare(name, field.comparison ?? .equal, .model(text))
    case .failure(let fault):
      report(
        offset, text, "“\(QueryError.shortened(text))” is \(fault.reason(name))",
        suggestion: suggestion(for: text, name, field), isUnfinished: fault == .unfinished)
      return nil
    }
  }

  /// Whether it looks like a model's id rather than a mistyped number: `openai/gpt-5.4`, `o3`.
  private static func mayBeID(_ text: String) -> Bool {
    guard let first = text.first, first.isLetter || first == "~" else { return false }
    let marks: Set<Unicode.Scalar> = ["/", "-", ".", ":", "_", "~"]
    return text.contains { $0 == "/" || $0 == "-" || $0.isNumber }
      && text.unicodeScalars.allSatisfy {
        marks.contains($0) || $0.isASCII && $0.properties.isAlphabetic
          || $0.properties.numericType != nil
      }
  }

  private enum Fault: Error {
    case unreadable, unfinished, tooLarge

    func reason(_ field: QueryField) -> String {
      switch self {
      case .unreadable, .unfinished: "not \(field.wanted)"
      case .tooLarge: "too large for \(field.name)"
      }
    }
  }

  private static func quantity(
    _ text: String, of kind: QueryField.Kind
  ) -> Result<Term.Quantity, Fault> {
    switch kind {
    case .tokens: tokens(text).map(Term.Quantity.tokens)
    case .price, .cost: price(text).map(Term.Quantity.price)
    case .score: price(text).map(Term.Quantity.number)
    case .measure(let unit): measure(text, in: unit).map(Term.Quantity.number)
    case .date:
      if let span = CalendarPeriod(text) {
        .success(.span(span))
      } else {
        .failure(CalendarPeriod.isBeginning(text) ? .unfinished : .unreadable)
      }
    case .age: age(text).map(Term.Quantity.days)
    case .names, .order: .failure(.unreadable)
    }
  }

  /// `200000`, `128k`, `1.5m`: a whole number of tokens.
  private static func tokens(_ text: String) -> Result<Int, Fault> {
    let powers: [Character: Int] = ["k": 3, "m": 6]
    let power = text.last.flatMap { powers[$0] } ?? 0
    let digits = text.dropLast(power == 0 ? 0 : 1)
    guard isPlainNumber(digits) else {
      return .failure(digits.allSatisfy { $0 == "." } ? .unfinished : .unreadable)
    }
    let parts = digits.split(separator: ".", omittingEmptySubsequences: false)
    let fraction = trimmingZeros(parts.count > 1 ? parts[1] : "")
    guard fraction.utf8.count <= power else { return .failure(.unreadable) }
    let padded =
      String(parts[0]) + fraction + String(repeating: "0", count: power - fraction.utf8.count)
    return Int(padded).map(Result.success) ?? .failure(.tooLarge)
  }

  /// `0.5`, `$2`: exactly as written.
  private static func price(_ text: String) -> Result<Decimal, Fault> {
    let digits = text.hasPrefix("$") ? text.dropFirst() : text[...]
    guard isPlainNumber(digits) else {
      return .failure(digits.isEmpty || digits == "." ? .unfinished : .unreadable)
    }
    // Equal amounts have equal digits, so equal text.
    let parts = digits.split(separator: ".", omittingEmptySubsequences: false)
    let fraction = trimmingZeros(parts.count > 1 ? parts[1] : "")
    let whole = String(parts[0].drop { $0 == "0" })
    let exact = (whole.isEmpty ? "0" : whole) + (fraction.isEmpty ? "" : "." + fraction)
    return Decimal(exactly: exact).map(Result.success) ?? .failure(.tooLarge)
  }

  /// `30d`, `2w`, `6m`, `1y`: days, weeks, months of 30 days and years of 365.
  private static func age(_ text: String) -> Result<Int, Fault> {
    let units: [Character: Int] = ["d": 1, "w": 7, "m": 30, "y": 365]
    guard let last = text.last, let unit = units[last] else {
      return .failure(text.utf8.allSatisfy(isDigit) ? .unfinished : .unreadable)
    }
    let digits = text.dropLast()
    guard !digits.isEmpty, digits.utf8.allSatisfy(isDigit) else { return .failure(.unreadable) }
    // In days whatever the unit, for so it is printed, and must be readable then.
    guard let count = Int(digits), count <= 100_000 / unit else { return .failure(.tooLarge) }
    return .success(count * unit)
  }

  /// `99`, `99%`, `800ms`, `1.5s`, `fp8`: a number in the unit, with the unit or without.
  private static func measure(_ text: String, in unit: MeasureUnit) -> Result<Decimal, Fault> {
    if unit == .bits, let bits = Endpoint.bits(ofQuantization: text) {
      return .success(Decimal(bits))
    }
    for suffix in unit.suffixes where text.hasSuffix(suffix) {
      return price(String(text.dropLast(suffix.count)))
    }
    if unit == .milliseconds, text.hasSuffix("s") {
      return price(String(text.dropLast())).map { $0.movingPoint(by: 3) }
    }
    return text.hasPrefix("$") ? .failure(.unreadable) : price(text)
  }

  private static func isDigit(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
  }

  /// Digits with at most one point among them.
  private static func isPlainNumber(_ text: Substring) -> Bool {
    let points = text.utf8.count { $0 == UInt8(ascii: ".") }
    return points <= 1 && text.utf8.count > points
      && text.utf8.allSatisfy { isDigit($0) || $0 == UInt8(ascii: ".") }
  }

  private static func trimmingZeros(_ digits: Substring) -> String {
    var digits = digits
    while digits.last == "0" { digits.removeLast() }
    return String(digits)
  }

  /// `input:image` was meant for `in:image`, `created<30d` for `age<30d`.
  private func suggestion(
    for text: String, _ name: QueryField, _ field: QueryLexer.Field
  ) -> String? {
    let comparison = (field.comparison ?? .equal).rawValue
    switch name {
    case .fact(.price(.input)) where text.allSatisfy(\.isLetter): return "in:\(text)"
    case .fact(.price(.output)) where text.allSatisfy(\.isLetter): return "out:\(text)"
    case .fact(.created): return (try? Self.age(text).get()).map { _ in "age\(comparison)\(text)" }
    case .age:
      if let days = CalendarPeriod(text) { return "created\(comparison)\(days)" }
      return text.utf8.allSatisfy(Self.isDigit) ? "age\(comparison)\(text)d" : nil
    default: return nil
    }
  }
}

extension QueryField {
  /// What it is compared with, for an error.
  var wanted: String {
    switch kind {
    case .names: "a value"
    case .order: "a key"
    case .tokens: "a number of tokens like 128k"
    case .price: "an amount in USD per million tokens like 0.5"
    case .cost: "an amount in USD like 100"
    case .score: "a score like 50"
    case .measure(.percent): "a number of per cent like 99"
    case .measure(.milliseconds): "a time like 800ms"
    case .measure(.tokensPerSecond): "a number of tokens per second like 50"
    case .measure(.bits): "a number of bits like 8"
    case .date: "a date like 2026-01-31, 2026-01 or 2026"
    case .age: "an age like 30d, 2w, 6m or 1y"
    }
  }
}
