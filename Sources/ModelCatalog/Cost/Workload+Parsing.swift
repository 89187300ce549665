import Foundation

extension Workload {
  /// A word of the text.
  package enum Word: String, CaseIterable, Sendable {
    case input = "in"
    case output = "out"
    case calls, cached, written, searches, hours, count

    /// What its value looks like.
    package var example: String {
      switch self {
      case .input: "in=3000"
      case .output: "out=500"
      case .calls: "calls=50000/day"
      case .cached: "cached=80%"
      case .written: "written=10%"
      case .searches: "searches=1"
      case .hours: "hours=8-18"
      case .count: "count=text"
      }
    }

    /// What the value is, for an error.
    var wanted: String {
      switch self {
      case .input, .output: "a whole number of tokens like 3000, 3k or 1.5m"
      case .calls: "a number of calls like 50000/day, 2k/hour, 1m/month or 300"
      case .cached, .written: "a share of the prompt like 80% or 0.8"
      case .searches: "a number of searches like 2"
      case .hours: "hours of the day in UTC like 8-18 or 22-4"
      case .count: "tokens or text"
      }
    }
  }

  /// An example of the whole text, for messages.
  package static let example = "in=3000 out=500 calls=50000/day cached=80%"

  /// Reads the words of a workload; throws the first mistake, with its position.
  package static func parse(_ text: String) throws(QueryError) -> Workload {
    var parser = WorkloadParser()
    for word in WorkloadParser.words(of: text) { try parser.read(word) }
    return try parser.workload(of: text)
  }
}

/// Reads the words of a workload one by one.
private struct WorkloadParser {
  private var workload = Workload(input: 0, output: 0)
  private var seen: Set<Workload.Word> = []
  /// Where the shares of the prompt are written, for the mistake that they are more than the whole.
  private var shareOffset = 0

  /// A word and its position in Unicode scalars.
  struct Piece {
    let text: String
    let offset: Int
  }

  /// A word between blanks.
  static func words(of text: String) -> [Piece] {
    var words: [Piece] = []
    var word = ""
    var start = 0
    for (offset, scalar) in text.unicodeScalars.enumerated() {
      if QueryLexer.isBlank(scalar) {
        if !word.isEmpty { words.append(Piece(text: word, offset: start)) }
        word = ""
      } else {
        if word.isEmpty { start = offset }
        word.unicodeScalars.append(scalar)
      }
    }
    if !word.isEmpty { words.append(Piece(text: word, offset: start)) }
    return words
  }

  mutating func read(_ piece: Piece) throws(QueryError) {
    let parts = piece.text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
    let name = parts[0].lowercased()
    let known = Workload.Word(rawValue: name)
    guard parts.count == 2 else {
      throw QueryError(
        offset: piece.offset, text: piece.text,
        message: "“\(QueryError.shortened(piece.text))” is not a word of a workload, like "
          + (known?.example ?? Workload.Word.input.example),
        suggestion: Self.suggestion(for: name, value: nil), isUnfinished: true)
    }
    guard let word = known else {
      throw QueryError(
        offset: piece.offset, text: name,
        message: "a workload has no word “\(QueryError.shortened(name))”; there are "
          + Workload.Word.allCases.map(\.rawValue).joined(separator: ", "),
        suggestion: Self.suggestion(for: name, value: String(parts[1])))
    }
    guard seen.insert(word).inserted else {
      throw QueryError(
        offset: piece.offset, text: name, message: "“\(word.rawValue)” is there twice")
    }
    let offset = piece.offset + name.unicodeScalars.count + 1
    let value = parts[1].lowercased()
    guard !value.isEmpty else {
      throw QueryError(
        offset: piece.offset, text: piece.text,
        message: "“\(word.rawValue)=” needs \(word.wanted)", isUnfinished: true)
    }
    if word == .cached || word == .written { shareOffset = offset }
    switch apply(value, to: word) {
    case .success: break
    case .failure(let fault):
      throw QueryError(
        offset: offset, text: value,
        message: "“\(QueryError.shortened(value))” is \(fault.reason(word))",
        suggestion: word == .count
          ? EditDistance.nearest(to: value, among: Workload.Count.allCases.map(\.rawValue)) : nil)
    }
  }

  /// `calls:5` and `inn=5` are nearly right.
  private static func suggestion(for name: String, value: String?) -> String? {
    let name = name.replacing(":", with: "=")
    let parts = name.split(separator: "=", maxSplits: 1).map(String.init)
    guard let first = parts.first else { return nil }
    let words = Workload.Word.allCases.map(\.rawValue)
    guard
      let word = words.first(where: { $0 == first })
        ?? EditDistance.nearest(to: first, among: words)
    else { return nil }
    guard let value = value ?? parts.dropFirst().first else {
      return Workload.Word(rawValue: word)?.example
    }
    return "\(word)=\(value)"
  }

  /// What must hold of all words together.
  func workload(of text: String) throws(QueryError) -> Workload {
    guard workload.input > 0 || workload.output > 0 else {
      throw QueryError(
        offset: 0, text: text,
        message: "a workload needs the tokens of one call, like \(Workload.example)",
        isUnfinished: true)
    }
    guard workload.cached + workload.written <= 1 else {
      throw QueryError(
        offset: shareOffset, text: "",
        message: "what is read from the cache and what is written to it are more than the prompt")
    }
    return workload
  }

  // MARK: - Values

  private enum Fault: Error {
    case unreadable, tooLarge, zero

    func reason(_ word: Workload.Word) -> String {
      switch self {
      case .unreadable: "not \(word.wanted)"
      case .tooLarge where word == .cached || word == .written: "more than the whole prompt"
      case .tooLarge: "too large for \(word.rawValue)"
      case .zero: "no calls; \(word.rawValue) needs \(word.wanted)"
      }
    }
  }

  private mutating func apply(
    _ text: String, to word: Workload.Word
  ) -> Result<Void, Fault> {
    switch word {
    case .input: Self.tokens(text).map { workload.input = $0 }
    case .output: Self.tokens(text).map { workload.output = $0 }
    case .calls: Self.calls(text).map { workload.calls = $0 }
    case .cached: Self.share(text).map { workload.cached = $0 }
    case .written: Self.share(text).map { workload.written = $0 }
    case .searches: Self.number(text, most: 1000).map { workload.searches = $0 }
    case .hours: Self.hours(text).map { workload.hours = $0 }
    case .count:
      Workload.Count(rawValue: text).map { .success(workload.count = $0) } ?? .failure(.unreadable)
    }
  }

  /// `3000`, `3k`, `1.5m`: a whole number.
  private static func tokens(_ text: String) -> Result<Int, Fault> {
    number(text, most: Decimal(Workload.mostTokens)).flatMap { number in
      Int("\(number)").map(Result.success) ?? .failure(.unreadable)
    }
  }

  private static func calls(_ text: String) -> Result<CallRate, Fault> {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false)
    let period =
      parts.count == 1
      ? CallRate.Period.total
      : parts.count == 2 ? CallRate.Period(rawValue: String(parts[1])) : nil
    guard let period, parts.count == 1 || period != .total else { return .failure(.unreadable) }
    return number(String(parts[0]), most: 1_000_000_000_000).flatMap { number in
      number > 0 ? .success(CallRate(number, period)) : .failure(.zero)
    }
  }

  /// `80%` or `0.8`, as a part of 1.
  private static func share(_ text: String) -> Result<Decimal, Fault> {
    let isPercent = text.hasSuffix("%")
    return number(isPercent ? String(text.dropLast()) : text, most: isPercent ? 100 : 1)
      .map { isPercent ? $0.movingPoint(by: -2) : $0 }
  }

  private static func hours(_ text: String) -> Result<DayHours, Fault> {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false).map { Int($0) }
    guard parts.count == 2, let from = parts[0], let until = parts[1],
      let hours = DayHours(from: from, until: until)
    else { return .failure(.unreadable) }
    return .success(hours)
  }

  /// A number without a sign, with at most six decimals, and `k` or `m` behind it.
  private static func number(_ text: String, most: Decimal) -> Result<Decimal, Fault> {
    let places = text.hasSuffix("k") ? 3 : text.hasSuffix("m") ? 6 : 0
    let digits = places == 0 ? text : String(text.dropLast())
    guard digits.utf8.allSatisfy({ (0x30...0x39).contains($0) || $0 == UInt8(ascii: ".") }),
      digits.utf8.first != UInt8(ascii: "."), digits.utf8.last != UInt8(ascii: ".")
    else { return .failure(.unreadable) }
    guard let number = Decimal(exactly: digits) else {
      let isNumber = !digits.isEmpty && digits.utf8.count { $0 == UInt8(ascii: ".") } < 2
      return .failure(isNumber ? .tooLarge : .unreadable)
    }
    guard number.exponent >= -6 else { return .failure(.unreadable) }
    let moved = number.movingPoint(by: places)
    return moved <= most ? .success(moved.withoutTrailingZeros) : .failure(.tooLarge)
  }
}

extension Decimal {
  /// The same number with the fewest digits, so that equal numbers have equal texts.
  fileprivate var withoutTrailingZeros: Decimal {
    Decimal(string: description, locale: Locale(identifier: "en_US_POSIX")) ?? self
  }
}
