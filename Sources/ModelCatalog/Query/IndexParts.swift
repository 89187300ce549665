import Foundation

/// The parts of one index that only some queries need, each made when it is first asked for and then
/// kept: the list is shown before them.
///
/// `@unchecked Sendable`: the parts are only touched under their lock, and follow from the index
/// alone.
final class IndexParts: @unchecked Sendable {
  private let textLock = NSLock()
  private var text: TextIndex?
  private let facetLock = NSLock()
  private var facets: [FacetField: Facet] = [:]
  private var families: [[UInt8]: [String]]?

  func text(of index: SearchIndex) -> TextIndex {
    textLock.withLock {
      if let text { return text }
      let made = index.makeText()
      text = made
      return made
    }
  }

  func facet(_ field: FacetField, of index: SearchIndex) -> Facet {
    facetLock.withLock {
      if let known = facets[field] { return known }
      let made = index.makeFacet(field)
      facets[field] = made
      return made
    }
  }

  func families(of index: SearchIndex) -> [[UInt8]: [String]] {
    facetLock.withLock {
      if let families { return families }
      let made = index.makeFamilies()
      families = made
      return made
    }
  }
}

/// What the models of an index have names of.
enum FacetField: CaseIterable {
  case author, category, inputs, outputs, parameters
}

extension SearchIndex {
  /// Ids, names, authors and descriptions for the words of a query.
  var text: TextIndex { parts.text(of: self) }
  var authors: Facet { parts.facet(.author, of: self) }
  var categories: Facet { parts.facet(.category, of: self) }
  var inputs: Facet { parts.facet(.inputs, of: self) }
  var outputs: Facet { parts.facet(.outputs, of: self) }
  var parameters: Facet { parts.facet(.parameters, of: self) }

  /// The keys of categories by the folds of key and name.
  var families: [[UInt8]: [String]] { parts.families(of: self) }

  /// Makes all parts, so that the first query does not wait for them.
  package func prepare() {
    _ = text
    _ = families
    for field in FacetField.allCases { _ = parts.facet(field, of: self) }
  }

  fileprivate func makeText() -> TextIndex {
    var text = TextIndex()
    text.reserveCapacity(models: indices.count)
    catalog.models.withUnsafeBufferPointer { models in
      for index in indices { text.append(models[index]) }
    }
    return text
  }

  /// Of categories that are named like models: `reasoning` is an ability too.
  fileprivate func makeFamilies() -> [[UInt8]: [String]] {
    catalog.categories.reduce(into: [:]) { families, category in
      guard !["reasoning", Category.other.key].contains(category.key) else { return }
      for name in Set([category.key, category.name].map { Folding.fold($0) }) {
        families[name, default: []].append(category.key)
      }
    }
  }

  fileprivate func makeFacet(_ field: FacetField) -> Facet {
    var facet = Facet()
    // A model is large: read in place, not copied.
    catalog.models.withUnsafeBufferPointer { models in
      for index in indices {
        let isCounted = models[index].isListed
        switch field {
        case .author: facet.append(CollectionOfOne(models[index].author), counting: isCounted)
        case .category:
          facet.append(CollectionOfOne(catalog.categoryOfModel[index].key), counting: isCounted)
        case .inputs:
          facet.append(models[index].inputModalities.lazy.map(\.name), counting: isCounted)
        case .outputs:
          facet.append(models[index].outputModalities.lazy.map(\.name), counting: isCounted)
        case .parameters:
          facet.append(models[index].supportedParameters ?? [], counting: isCounted)
        }
      }
    }
    return facet
  }
}
