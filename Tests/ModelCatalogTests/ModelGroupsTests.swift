import Foundation
import ModelCatalog
import Support
import Testing

/// Which rows are the same model.
struct ModelGroupsTests {
  private static func groups(_ models: [Model]) -> [[Model.ID]] {
    let catalog = Catalog(models)
    let groups = ModelGroups(catalog)
    let all = catalog.models.indices.map { groups.members(withModelAt: $0) }
    return Set(all).map { $0.map { catalog.models[$0].id } }.sorted { $0[0] < $1[0] }
  }

  private static func core(_ id: String, on openRouterID: String) -> Model {
    var model = Model(id: id, source: .core, name: id, author: "acme")
    model.openRouterID = openRouterID
    return model
  }

  private static func alias(_ id: String, of target: String) -> Model {
    .listed(id) { $0.aliasTarget = target }
  }

  @Test func `a row, its variants, aliases and core rows are one model`() {
    let groups = Self.groups([
      Self.core("alpha", on: "acme/alpha"), .listed("acme/alpha"), .listed("acme/alpha:batch"),
      .listed("acme/alpha:free"), .listed("acme/alpha-2"),
      Self.alias("~acme/alpha-latest", of: "acme/alpha"),
    ])
    #expect(
      groups == [
        [
          "acme/alpha", "alpha", "acme/alpha:batch", "acme/alpha:free", "~acme/alpha-latest",
        ], ["acme/alpha-2"],
      ])
  }

  @Test(arguments: [
    // The plain row is not there.
    (["acme/alpha:free", "acme/alpha:batch"], [["acme/alpha:batch", "acme/alpha:free"]]),
    // A colon in the author's name is no variant.
    (["ac:me/alpha", "ac/alpha"], [["ac/alpha"], ["ac:me/alpha"]]),
    // All after the first colon is the variant.
    (["acme/a:b:free", "acme/a:b"], [["acme/a:b", "acme/a:b:free"]]),
  ])
  func `variants of a missing row belong together`(ids: [String], expected: [[String]]) {
    #expect(Self.groups(ids.map { .listed($0) }) == expected)
  }

  @Test func `an alias of a variant, of an alias, of nothing, and in a circle`() {
    let groups = Self.groups([
      .listed("acme/alpha"), Self.alias("~acme/a", of: "acme/alpha:free"),
      Self.alias("~acme/b", of: "~acme/a"), Self.alias("~acme/gone", of: "acme/gone"),
      Self.alias("~acme/x", of: "~acme/y"), Self.alias("~acme/y", of: "~acme/x"),
      Self.core("gone", on: "acme/gone"),
    ])
    #expect(groups.contains(["acme/alpha", "~acme/a", "~acme/b"]))
    #expect(groups.contains(["gone", "~acme/gone"]))
    #expect(groups.flatMap(\.self).count == 7)
  }

  @Test func `a group is shown by its base row if that matches, else by the first that does`() {
    let catalog = Catalog(
      ["acme/alpha", "acme/alpha:batch", "acme/alpha:free", "acme/beta"].map { .listed($0) })
    let groups = ModelGroups(catalog)
    func folded(_ ids: [String], preferring preferred: [String] = []) -> [String] {
      let matches = SearchIndex(catalog).search(Query(), in: QueryContext(now: Date())).matches
      let given = ids.compactMap { id in
        matches.first { catalog.models[$0.index].id == id }
      }
      return groups.folded(given, preferring: Set(preferred.compactMap(catalog.index)))
        .map { catalog.models[$0.index].id }
    }
    #expect(folded(["acme/alpha:free", "acme/beta", "acme/alpha"]) == ["acme/beta", "acme/alpha"])
    #expect(folded(["acme/alpha:free", "acme/alpha:batch"]) == ["acme/alpha:free"])
    #expect(
      folded(["acme/alpha", "acme/alpha:batch", "acme/beta"], preferring: ["acme/alpha:batch"])
        == ["acme/alpha:batch", "acme/beta"])
    #expect(folded([]).isEmpty)
  }
}
