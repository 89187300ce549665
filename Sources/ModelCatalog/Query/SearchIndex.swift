import Foundation

/// One catalogue, prepared for searching: built once, then asked at every key.
///
/// What only some queries need is made when it is first asked for.
///
/// Inside, models are numbered from the newest to the oldest, which is also the order of equally
/// good matches; such a number is called an item.
package struct SearchIndex: Sendable {
  package let catalog: Catalog

  /// The index in the catalogue of each item.
  let indices: [Int]
  let items: [Int]
  let facts: [Facts]
  let byAge: SortedItems
  /// All items by id.
  let byID: [UInt32]
  /// Of the facts that were asked for.
  let rankings = FactRankings()
  let parts = IndexParts()
  private let listed: [Model.Source: Int]
  /// Whether any model is retired or removed.
  let hasRetired: Bool
  let hasRemoved: Bool

  /// What terms ask of a model, except text and names, close together in memory.
  struct Facts: Sendable {
    var source: Model.Source
    var abilities: Abilities
    var isFree: Bool
    var isAlias: Bool
    var isRouter: Bool
    var isRetired: Bool
    var isRemoved: Bool
    var isBatch: Bool
    var isFreeVariant: Bool
    /// A variant or an alias of another row, or the core row of a listed one.
    var isVariant: Bool
    /// Seconds since 1970.
    var created: Double?
    /// Days since 1970.
    var expirationDay: Int?

    var isListed: Bool { !isRetired && !isRemoved }
  }

  package init(_ catalog: Catalog) {
    self.catalog = catalog
    let models = catalog.models
    let indicesByID = Self.indicesByID(models)
    let created = Ranking(models.map { $0.created?.timeIntervalSince1970 })
    var indices: [Int] = []
    indices.reserveCapacity(models.count)
    SortedItems(created, byID: indicesByID).forEach(isReversed: true) { indices.append($0) }
    var items = [Int](repeating: 0, count: models.count)
    for (item, index) in indices.enumerated() { items[index] = item }
    let byID = indicesByID.map { UInt32(items[Int($0)]) }

    // A model is large: read in place, not copied.
    let facts = models.withUnsafeBufferPointer { models in
      indices.map { index in
        Facts(
          models, index, catalog.abilitiesOfModel[index],
          isCounterpart: models[index].source == .core
            && catalog.counterpart(of: models[index]) != nil)
      }
    }
    self.indices = indices
    self.items = items
    self.facts = facts
    hasRetired = facts.contains(where: \.isRetired)
    hasRemoved = facts.contains(where: \.isRemoved)
    listed = facts.lazy.filter(\.isListed).reduce(into: [:]) { $0[$1.source, default: 0] += 1 }
    self.byID = byID
    byAge = SortedItems(Ranking(facts.map(\.created)), byID: byID)
  }

  /// How many models of a source are listed.
  package func listedCount(of source: Model.Source) -> Int { listed[source, default: 0] }

  /// The catalogue has core models first, then the others, each by id: the two are merged.
  private static func indicesByID(_ models: [Model]) -> [UInt32] {
    let middle = models.firstIndex { $0.source != .core } ?? models.count
    var (left, right) = (0, middle)
    var merged: [UInt32] = []
    merged.reserveCapacity(models.count)
    while left < middle || right < models.count {
      let takesLeft =
        right == models.count || left < middle && models[left].id < models[right].id
      merged.append(UInt32(takesLeft ? left : right))
      if takesLeft { left += 1 } else { right += 1 }
    }
    return merged
  }
}

extension SearchIndex.Facts {
  init(
    _ models: UnsafeBufferPointer<Model>, _ index: Int, _ abilities: Abilities,
    isCounterpart: Bool
  ) {
    source = models[index].source
    self.abilities = abilities
    isFree = models[index].isFree
    isAlias = models[index].aliasTarget != nil || models[index].id.utf8.first == UInt8(ascii: "~")
    isRouter = models[index].isRouter
    isRetired = models[index].isRetired
    isRemoved = models[index].lastListed != nil
    let variant = models[index].source == .openRouter ? models[index].variant : nil
    isBatch = variant == "batch"
    isFreeVariant = variant == "free"
    isVariant = variant != nil || isAlias || isCounterpart
    created = models[index].created?.timeIntervalSince1970
    // Upstream writes a date in 2098 for "never".
    expirationDay = models[index].expirationDate.flatMap { $0.year > 2090 ? nil : $0.daysSince1970 }
  }
}
