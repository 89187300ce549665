import ModelRegistry

extension PersonalState {
  /// The state that another browser saved, with the changes made here since `before`.
  func merged(into theirs: PersonalState, changedSince before: PersonalState) -> PersonalState {
    var merged = theirs
    func merge<Value: Equatable>(_ fact: WritableKeyPath<PersonalState, Value>) {
      if self[keyPath: fact] != before[keyPath: fact] {
        merged[keyPath: fact] = self[keyPath: fact]
      }
    }
    merge(\.showsOpenRouter)
    merge(\.sort)
    merge(\.grouping)
    merge(\.isFolded)
    merge(\.usesMouse)
    merge(\.workload)
    merge(\.columns)
    merge(\.usesMouseInGNUScreen)
    merge(\.lastView)
    merged.favorites.formUnion(favorites.subtracting(before.favorites))
    merged.favorites.subtract(before.favorites.subtracting(favorites))
    merged.firstSteps.subtract(before.firstSteps.subtracting(firstSteps))
    for view in views.all where before.views[view.name] != view { merged.views.keep(view) }
    for name in before.views.names where views[name] == nil { merged.views.remove(name) }
    // Queries entered here since then come before the one that was first then.
    for query in pastQueries.prefix(while: { $0 != before.pastQueries.first }).reversed() {
      merged.remember(query)
    }
    if theirs.read == before.read {
      merge(\.read)
    } else if read != before.read {
      merged.read.add(read)
    }
    return merged
  }
}
