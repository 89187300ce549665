import Foundation
import ModelCatalog
import ModelRegistry
import Support

/// The text of a query: parsed, printed, searched, completed.
struct QueryCheck {
  private let cursor: Int
  private let text: String

  /// The first byte is the cursor's position, the rest the text.
  init(_ input: [UInt8]) {
    cursor = input.first.map { Int($0) } ?? 0
    text = String(decoding: input.dropFirst(), as: UTF8.self)
  }

  private static let index = SearchIndex(
    Catalog(
      CoreModels.models
        + ((try? OpenRouterPayload.listing(from: ListingBody.of(rows)).models) ?? [])))

  private static let rows: [ListingBody.Row] = [
    .init("acme/alpha", price: "0.000003"), .init("acme/alpha:free", price: "0"),
    .init("acme/alpha:batch"), .init("openrouter/auto", price: "-1"),
    .init("wide/模型").with("name", #""模型: 雪 ﬁ""#),
    .init("~acme/alpha-latest").with("alias_target", #"{"slug":"acme/alpha"}"#),
    .init("odd name/x"), .init("say \"hi\"/x"), .init("#/x"), .init("a,b/x"), .init("<b>/x"),
    .init("hostile/formula").with("name", #""=1+1|`x`""#),
  ]

  private static let context = QueryContext(
    now: Date(timeIntervalSince1970: 1_787_400_000), favorites: ["acme/alpha"],
    changed: ["gpt-4o"])

  func run() throws(Fault) {
    let (query, hint) = Query.reading(text)
    try checkPrint(query, hint)
    try checkSearch(query)
    try checkCompletion()
  }

  private func checkPrint(_ query: Query, _ hint: QueryError?) throws(Fault) {
    do {
      let again = try Query.parse(query.description)
      try require(again == query, "printed and read it is other: \(query)")
    } catch let error as Fault {
      throw error
    } catch {
      throw Fault("printed it cannot be read: \(query): \(error)")
    }
    let strict = Result { try Query.parse(text) }
    let count = text.unicodeScalars.count
    guard let hint else {
      guard case .success(query) = strict else { throw Fault("no hint, and yet an error") }
      return
    }
    guard case .failure = strict else { throw Fault("a hint, and yet no error: \(hint)") }
    try require((0...count).contains(hint.offset), "an error at \(hint.offset) of \(count)")
    for words in [hint.description, hint.text] {
      let fault = ShownText.controlFault(in: words)
      try require(fault == nil, "an error with \(fault ?? ""): \(words.debugDescription)")
    }
  }

  private func checkSearch(_ query: Query) throws(Fault) {
    let index = Self.index
    let result = index.search(query, in: Self.context)
    let positions = result.matches.map(\.index)
    try require(Set(positions).count == positions.count, "a model is found twice")
    try require(positions.allSatisfy(index.catalog.models.indices.contains), "no such place")
    try require(
      index.search(query, in: Self.context) == result, "searched again there is another answer")
    _ = index.unknownValueHint(for: text)
    for position in positions.prefix(3) {
      let model = index.catalog.models[position]
      let marks = index.highlights(ofModelAt: position, for: query)
      try check(marks.id, in: model.id)
      try check(marks.name, in: model.name)
    }
  }

  private func check(_ marks: [Range<Int>], in text: String) throws(Fault) {
    var end = 0
    for mark in marks {
      try require(!mark.isEmpty && mark.lowerBound >= end, "marks out of order in \(text)")
      end = mark.upperBound
    }
    try require(end <= text.unicodeScalars.count, "a mark behind the end of \(text)")
  }

  private func checkCompletion() throws(Fault) {
    let scalars = Array(text.unicodeScalars)
    let position = cursor % (scalars.count + 2)
    let completion = QueryCompletion.completions(for: text, cursor: position, in: Self.index)
    let range = completion.range
    try require(
      range.lowerBound >= 0 && range.upperBound == min(position, scalars.count),
      "completes \(range) at \(position) of \(scalars.count)")
    guard let first = completion.candidates.first else { return }
    // A completion is valid: parsing it gives no error that was not there before.
    var typed = String.UnicodeScalarView(scalars[..<range.lowerBound])
    typed.append(contentsOf: first.text.unicodeScalars)
    let before = Query.reading(String(String.UnicodeScalarView(scalars[..<range.upperBound])))
    guard before.hint == nil || before.hint?.isUnfinished == true else { return }
    let after = Query.reading(String(typed))
    try require(
      after.hint == nil || after.hint?.isUnfinished == true,
      "offers \(first.text) that cannot be: \(String(typed).debugDescription)")
  }
}
