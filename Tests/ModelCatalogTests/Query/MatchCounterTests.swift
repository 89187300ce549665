import Captures
import Foundation
import ModelCatalog
import Testing

/// Compares the counts of one pass with counts that are made model by model.
@Suite(.enabled(if: Captures.areThere, "the captures are not present"))
struct MatchCounterTests {
  private let context = QueryContext(now: CaptureSearchTests.now)

  /// Filters that are one condition.
  private static let filters = CaptureSearchTests.filters.filter {
    !$0.query.hasPrefix("-") && !$0.query.contains(" ")
  }

  @Test(arguments: Captures.names)
  func `each count is the number of matches with those facts`(name: String) throws {
    let index = SearchIndex(try Captures.catalog(name))
    let conditions = try Self.filters.map {
      try #require(try Query.parse($0.query).terms.first?.condition)
    }
    let counter = MatchCounter(conditions, in: index, context)
    for text in ["", "claude", "a", "in:image", "-has:tools", "zq", "is:free mini"] {
      let query = try Query.parse(text)
      let matches = index.search(query, in: context).matches
      let models = matches.map { index.catalog.models[$0.index] }
      let expected = Self.filters.map { models.count(where: $0.matches) }
      #expect(counter.counts(of: matches) == expected, "\(name) \(text)")
      let found = index.counts(by: counter, of: query, matching: matches, in: context)
      #expect(found == expected, "\(name) \(text)")
      let groups = ModelGroups(index.catalog)
      let folded = Self.filters.map { filter in
        groups.folded(matches.filter { filter.matches(index.catalog.models[$0.index]) }).count
      }
      #expect(counter.counts(of: matches, foldedBy: groups) == folded, "\(name) \(text)")
    }
  }

  @Test func `a condition with two names that a model has counts it once`() throws {
    var model = Model(id: "a/b", source: .openRouter, name: "B", author: "a")
    model.outputModalities = [.text, .image, Modality("Image")]
    let index = SearchIndex(Catalog([model]))
    let conditions = [["image", "text"], ["image"], ["video"]].map {
      Term.Condition.anyOf(.outputs, $0)
    }
    let counter = MatchCounter(conditions, in: index, context)
    #expect(counter.counts(of: index.search(Query(), in: context).matches) == [1, 1, 0])
    #expect(counter.counts(of: []) == [0, 0, 0])
  }

  @Test func `without models or conditions there is nothing to count`() {
    let index = SearchIndex(.empty)
    #expect(MatchCounter([], in: index, context).counts(of: []).isEmpty)
    #expect(
      MatchCounter([.anyOf(.author, ["a"])], in: index, context).counts(of: []) == [0])
  }
}
