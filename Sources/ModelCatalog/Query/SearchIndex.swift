import Foundation

/// One catalogue, prepared for searching: built once, then asked at every key.
///
/// Inside, models are numbered from the newest to the oldest, which is also the order of equally
/// good matches; such a number is called an item.
package struct SearchIndex: Sendable {
  package let catalog: Catalog

  /// The place in the catalogue of each item.
  let indices: [Int]
  let items: [Int]
  let text: TextIndex
  let facts: [Facts]
  let authors: Facet
  let categories: Facet
  let inputs: Facet
  let outputs: Facet
  let parameters: Facet
  let inputPrices: Ranking<Amount>
  let outputPrices: Ranking<Amount>
  let cacheReadPrices: Ranking<Amount>
  let byAge: SortedItems
  let byName: SortedItems
  let byInputPrice: SortedItems
  let byOutputPrice: SortedItems
  let byContext: SortedItems

  /// What terms ask of a model besides text and names, close together in memory.
  struct Facts: Sendable {
    var source: Model.Source
    var abilities: Abilities
    var isFree: Bool
    var isAlias: Bool
    var isRouter: Bool
    var isRetired: Bool
    var isRemoved: Bool
    var contextLength: Int?
    var maxOutput: Int?
    /// Seconds since 1970.
    var created: Double?
    /// Days since 1970.
    var createdDay: Int?
    var cutoffDay: Int?
    var expirationDay: Int?
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
    // A model is large: read where it lies, not copied out.
    models.withUnsafeBufferPointer { models in
      for index in indices {
        columns.append(
          models[index], category: catalog.categoryOfModel[index],
          abilities: catalog.abilitiesOfModel[index])
      }
    }
    self.indices = indices
    self.items = items
    text = columns.text
    facts = columns.facts
    authors = columns.authors
    categories = columns.categories
    inputs = columns.inputs
    outputs = columns.outputs
    parameters = columns.parameters
    inputPrices = Ranking(columns.inputPrices)
    outputPrices = Ranking(columns.outputPrices)
    cacheReadPrices = Ranking(columns.cacheReadPrices)
    byAge = SortedItems(Ranking(columns.facts.map(\.created)), byID: byID)
    byName = Self.sortedByName(columns.text, names: indices.map { models[$0].name }, byID: byID)
    byInputPrice = SortedItems(inputPrices, byID: byID)
    byOutputPrice = SortedItems(outputPrices, byID: byID)
    byContext = SortedItems(Ranking(columns.facts.map(\.contextLength)), byID: byID)
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

  /// By the fold of the whole name; names that differ in case or separators alone stay apart.
  private static func sortedByName(
    _ text: TextIndex, names: [String], byID: [UInt32]
  ) -> SortedItems {
    let sorted = text.labelText.bytes.withUnsafeBufferPointer { bytes in
      func order(_ left: UInt32, _ right: UInt32) -> Int {
        let (first, second) = (text.labels[Int(left)].nameRange, text.labels[Int(right)].nameRange)
        guard let base = bytes.baseAddress else { return 0 }
        let common = memcmp(
          base + first.lowerBound, base + second.lowerBound, min(first.count, second.count))
        return common != 0 ? Int(common) : first.count - second.count
      }
      return byID.sorted { left, right in
        let order = order(left, right)
        return order != 0 ? order < 0 : names[Int(left)] < names[Int(right)]
      }
    }
    var ranks = [UInt32](repeating: 0, count: sorted.count)
    var count = 0
    for (index, item) in sorted.enumerated() {
      if index == 0 || names[Int(sorted[index - 1])] != names[Int(item)] { count += 1 }
      ranks[Int(item)] = UInt32(count - 1)
    }
    return SortedItems(ranks: ranks, count: count, byID: byID)
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
    var inputPrices: [Amount?] = []
    var outputPrices: [Amount?] = []
    var cacheReadPrices: [Amount?] = []

    init(capacity: Int) {
      text.reserveCapacity(models: capacity)
      facts.reserveCapacity(capacity)
      inputPrices.reserveCapacity(capacity)
      outputPrices.reserveCapacity(capacity)
      cacheReadPrices.reserveCapacity(capacity)
    }

    mutating func append(
      _ model: borrowing Model, category: borrowing Category, abilities: Abilities
    ) {
      text.append(model)
      let counts = model.isListed
      authors.append(CollectionOfOne(model.author), counting: counts)
      categories.append(CollectionOfOne(category.key), counting: counts)
      inputs.append(model.inputModalities.lazy.map(\.name), counting: counts)
      outputs.append(model.outputModalities.lazy.map(\.name), counting: counts)
      parameters.append(model.supportedParameters ?? [], counting: counts)
      var (input, output, cacheRead): (Amount?, Amount?, Amount?)
      // Walking the few prices is quicker than looking three of them up.
      for (kind, price) in model.pricing.prices {
        switch kind {
        case .input: input = price.perMillion.map(Amount.init)
        case .output: output = price.perMillion.map(Amount.init)
        case .cacheRead: cacheRead = price.perMillion.map(Amount.init)
        default: break
        }
      }
      inputPrices.append(input)
      outputPrices.append(output)
      cacheReadPrices.append(cacheRead)
      facts.append(Facts(model, abilities))
    }
  }
}

extension SearchIndex.Facts {
  init(_ model: borrowing Model, _ abilities: Abilities) {
    source = model.source
    self.abilities = abilities
    isFree = model.isFree
    isAlias = model.aliasTarget != nil || model.id.utf8.first == UInt8(ascii: "~")
    isRouter = model.isRouter
    isRetired = model.isRetired
    isRemoved = model.lastListed != nil
    contextLength = model.contextLength
    maxOutput = model.maxOutput
    created = model.created?.timeIntervalSince1970
    createdDay = created.flatMap { Int(exactly: ($0 / 86400).rounded(.down)) }
    cutoffDay = model.knowledgeCutoff?.daysSince1970
    // Upstream writes a date in 2098 for "never".
    expirationDay = model.expirationDate.flatMap { $0.year > 2090 ? nil : $0.daysSince1970 }
  }
}
