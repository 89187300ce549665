import Foundation
import ModelCatalog
import Support
import Testing

@testable import ModelRegistry

/// Folding of real lists, beside the core list.
@Suite(.enabled(if: !Captures.listings.isEmpty, "../shared/captures is not present"))
struct FoldCaptureTests {
  /// The id of the plain row, by the spelling of the id alone.
  private static func plainID(of model: Model, in catalog: Catalog) -> String {
    let id = model.openRouterID ?? model.aliasTarget ?? model.id
    return id.contains("/") ? String(id.split(separator: ":", maxSplits: 1)[0]) : id
  }

  @Test(
    arguments: Captures.listings)
  func `in a real list every row belongs to one group, and folding loses none`(
    name: String
  ) throws {
    let listing = try OpenRouterPayload.listing(from: Captures.body(name))
    let catalog = Catalog(CoreModels.models + listing.models)
    let groups = ModelGroups(catalog)
    let all = catalog.models.indices
    var expected: [String: Set<Int>] = [:]
    for index in all {
      expected[Self.plainID(of: catalog.models[index], in: catalog), default: []].insert(index)
    }
    for index in all {
      let own = Set(groups.members(withModelAt: index))
      #expect(own == expected[Self.plainID(of: catalog.models[index], in: catalog)])
    }
    let index = SearchIndex(catalog)
    for query in ["", "is:free", "is:batch", "source:core", "claude", "sort:price has:tools"] {
      let query = try Query.parse(query)
      let matches = index.search(query, in: QueryContext(now: Date())).matches
      let folded = groups.folded(matches)
      #expect(folded == matches.filter(Set(folded).contains), "in their order")
      let shown = folded.map { Set(groups.members(withModelAt: $0.index)) }
      #expect(Set(shown).count == folded.count, "a group has one row")
      let found = Set(matches.map(\.index))
      #expect(found.isSubset(of: shown.reduce(into: []) { $0.formUnion($1) }))
      for match in folded {
        let plain = Self.plainID(of: catalog.models[match.index], in: catalog)
        guard let base = catalog.index(of: plain), found.contains(base) else { continue }
        #expect(match.index == base)
      }
    }
  }
}
