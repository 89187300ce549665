extension KeyTable {
  /// The keys of each group with what they do, for the manual page.
  package var manual: [(title: String, rows: [(keys: String, words: String)])] {
    groups.map { group in
      (group.title, group.bindings.map { (keys: $0.label, words: $0.help) })
    }
  }
}
