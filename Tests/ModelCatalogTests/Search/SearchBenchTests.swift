import Captures
import Foundation
import ModelCatalog
import Testing

/// Whether a search puts first what a person looks for.
@Suite(.enabled(if: Captures.areThere, "the captures are not present in ../shared/captures"))
struct SearchBenchTests {
  /// How many queries are answered as expected at least; the numbers only grow.
  static let hits = [
    "openrouter-20260821": 149, "openrouter-all-modalities-20260819": 52,
  ]

  @Test(arguments: SearchBench.tables.keys.sorted())
  func `queries have the expected models at the top`(capture: String) throws {
    let index = SearchIndex(try Captures.catalog(capture))
    let rows = try #require(SearchBench.tables[capture])
    let missed = rows.filter { !isHit($0, index) }
    print("\(capture): \(rows.count - missed.count) of \(rows.count) queries")
    for row in missed {
      let found = firstFive(row.query, index).map(\.id)
      print("  \(row.query) => \(row.place) \(row.models), found \(found)")
    }
    #expect(rows.count - missed.count >= Self.hits[capture] ?? rows.count)
  }

  @Test func `the bench has at least 120 queries on two captures`() {
    #expect(SearchBench.tables.count == 2)
    #expect(SearchBench.tables.values.reduce(0) { $0 + $1.count } >= 120)
  }

  private func firstFive(_ text: String, _ index: SearchIndex) -> [Model] {
    guard let query = try? Query.parse(text) else { return [] }
    return index.search(query, in: QueryContext(now: CaptureSearchTests.now)).matches.prefix(5)
      .map { index.catalog.models[$0.index] }
  }

  private func isHit(_ row: SearchBench.Row, _ index: SearchIndex) -> Bool {
    let found = firstFive(row.query, index)
    func isOneOf(_ model: Model) -> Bool { row.models.contains { Self.matches(model, $0) } }
    switch row.place {
    case .first: return found.first.map(isOneOf) ?? false
    case .five: return row.models.allSatisfy { id in found.contains { Self.matches($0, id) } }
    case .each: return !found.isEmpty && found.allSatisfy(isOneOf)
    }
  }

  /// Whether a model is what an id with `*`, or `out:modality`, stands for.
  private static func matches(_ model: Model, _ pattern: String) -> Bool {
    if pattern.hasPrefix("out:") {
      return model.outputModalities.map(\.name) == [String(pattern.dropFirst(4))]
    }
    var rest = model.id[...]
    let pieces = pattern.components(separatedBy: "*")
    guard rest.hasPrefix(pieces[0]) else { return false }
    rest = rest.dropFirst(pieces[0].count)
    guard pieces.count > 1 else { return rest.isEmpty }
    for piece in pieces.dropFirst().dropLast() where !piece.isEmpty {
      guard let found = rest.range(of: piece) else { return false }
      rest = rest[found.upperBound...]
    }
    return pieces[pieces.count - 1].isEmpty || rest.hasSuffix(pieces[pieces.count - 1])
  }
}
