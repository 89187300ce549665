import Foundation

/// One catalogue, prepared for searching: built once, then asked at every key.
///
/// Inside, models are numbered from the newest to the oldest, which is also the order of equally
/// good matches; such a number is called an item.
package struct SearchIndex: Sendable {
  package let catalog: Catalog

  /// The index in the catalogue of each item.
  let indices: [Int]
  let items: [Int]
  let text: TextIndex
  let facts: [Facts]
  let authors: Facet
  let categories: Facet
  let inputs: Facet
  let outputs: Facet
  let parameters: Facet
  /// The keys of categories by the folds of key and name.
  let families: [[UInt8]: [String]]
  let byAge: SortedItems
  /// All items by id.
  let byID: [UInt32]
  /// Of the facts that were asked for.
  let rankings = FactRankings()
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

    var columns = Columns(capacity: models.count)
    // A model is large: read in place, not copied.
    models.withUnsafeBufferPointer { models in
      for index in indices {
        columns.append(
          models[index], category: catalog.categoryOfModel[index],
          abilities: catalog.abilitiesOfModel[index],
          isCounterpart: models[index].source == .core
            && catalog.counterpart(of: models[index]) != nil)
      }
    }
    self.indices = indices
    self.items = items
    hasRetired = columns.facts.contains(where: \.isRetired)
    hasRemoved = columns.facts.contains(where: \.isRemoved)
    listed = columns.facts.lazy.filter(\.isListed).reduce(into: [:]) {
      $0[$1.source, default: 0] += 1
    }
    text = columns.text
    facts = columns.facts
    authors = columns.authors
    categories = columns.categories
    inputs = columns.inputs
    outputs = columns.outputs
    parameters = columns.parameters
    families = Self.families(of: catalog)
    self.byID = byID
    byAge = SortedItems(Ranking(columns.facts.map(\.created)), byID: byID)
  }

  /// How many models of a source are listed.
  package func listedCount(of source: Model.Source) -> Int { listed[source, default: 0] }

  /// Of categories that are named like models: `reasoning` is an ability too.
  private static func families(of catalog: Catalog) -> [[UInt8]: [String]] {
    catalog.categories.reduce(into: [:]) { families, category in
      guard !["reasoning", Category.other.key].contains(category.key) else { return }
      for name in Set([category.key, category.name].map { Folding.fold($0) }) {
        families[name, default: []].append(category.key)
      }
    }
  }

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

extension SearchIndex {
  /// What is gathered of the models, one after the other.
  private struct Columns {
    var text = TextIndex()
    var facts: [Facts] = []
    var authors = Facet()
    var categories = Facet()
    var inputs = Facet()
    var outputs = Facet()
    var parameters = Facet()

    init(capacity: Int) {
      text.reserveCapacity(models: capacity)
      facts.reserveCapacity(capacity)
    }

    mutating func append(
      _ model: borrowing Model, category: borrowing Category, abilities: Abilities,
      isCounterpart: Bool
    ) {
      text.append(model)
      let counts = model.isListed
      authors.append(CollectionOfOne(model.author), counting: counts)
      categories.append(CollectionOfOne(category.key), counting: counts)
      inputs.append(model.inputModalities.lazy.map(\.name), counting: counts)
      outputs.append(model.outputModalities.lazy.map(\.name), counting: counts)
      parameters.append(model.supportedParameters ?? [], counting: counts)
      facts.append(Facts(model, abilities, isCounterpart: isCounterpart))
    }
  }
}

extension SearchIndex.Facts {
  init(_ model: borrowing Model, _ abilities: Abilities, isCounterpart: Bool) {
    source = model.source
    self.abilities = abilities
    isFree = model.isFree
    isAlias = model.aliasTarget != nil || model.id.utf8.first == UInt8(ascii: "~")
    isRouter = model.isRouter
    isRetired = model.isRetired
    isRemoved = model.lastListed != nil
    let variant = model.source == .openRouter ? model.variant : nil
    isBatch = variant == "batch"
    isFreeVariant = variant == "free"
    isVariant = variant != nil || isAlias || isCounterpart
    created = model.created?.timeIntervalSince1970
    // Upstream writes a date in 2098 for "never".
    expirationDay = model.expirationDate.flatMap { $0.year > 2090 ? nil : $0.daysSince1970 }
  }
}
