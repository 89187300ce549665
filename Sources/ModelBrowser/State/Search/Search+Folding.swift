import ModelCatalog

/// One row a model.
extension Search {
  /// The rows to show for some matches; news is a list of rows and is not folded.
  func rows(of found: [SearchMatch]) -> [SearchMatch] {
    guard isFolded, choice != .inbox else { return found }
    return groups.folded(found, preferring: Set(unfolded.compactMap(index.catalog.index)))
  }

  /// The row that stands for a model: its own, or that of its group.
  func row(standingFor id: Model.ID) -> Int? {
    if let row = row(of: id) { return row }
    guard let model = index.catalog.index(of: id) else { return nil }
    return matches.firstIndex { groups.areSame($0.index, model) }
  }

  /// Shows a model that matches in place of its group's row; false if it does not match.
  mutating func unfold(_ id: Model.ID) -> Bool {
    guard row(of: id) == nil else { return true }
    guard let model = index.catalog.index(of: id), found.contains(where: { $0.index == model })
    else { return false }
    for member in groups.members(withModelAt: model) {
      unfolded.remove(index.catalog.models[member].id)
    }
    unfolded.insert(id)
    fold()
    return true
  }

  /// The other listed rows of the same model, without those of a hidden route.
  func others(inGroupOf model: Int) -> [Int] {
    groups.members(withModelAt: model).filter { other in
      guard other != model else { return false }
      let row = index.catalog.models[other]
      return row.isListed && row.source != hiddenSource
    }
  }

  /// The row after a model within its group, of those that match; of the others the base row, if it
  /// is the only one that matches; nil if it is the only row.
  func next(inGroupOf model: Int) -> Int? {
    let members = groups.members(withModelAt: model).filter {
      $0 == model || index.catalog.models[$0].isListed
    }
    let matching = Set(found.map(\.index))
    let shown = members.filter { $0 == model || matching.contains($0) }
    guard shown.count > 1, let position = shown.firstIndex(of: model) else {
      return members.first { $0 != model }
    }
    return shown[(position + 1) % shown.count]
  }
}
