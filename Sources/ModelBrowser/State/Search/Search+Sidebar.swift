import ModelCatalog

extension Search {
  func sidebarItems(in scope: SearchScope) -> [SidebarItem] {
    let heading = SidebarItem(title: scope.grouping.title, choice: nil, count: 0)
    let (groups, leftOut) = groups(in: scope)
    let rest = SidebarItem(title: "\(leftOut) more", choice: nil, count: 0)
    return views(in: scope) + [heading] + groups + (leftOut > 0 ? [rest] : [])
  }

  /// Of families or authors, each of which may be counted by a search of its own.
  static let maximumGroups = 200

  private func views(in scope: SearchScope) -> [SidebarItem] {
    var items = [
      ("All", ""), ("Core", "source:core"), ("New", "is:new"), ("Free", "is:free"),
      ("Favorites", "is:favorite"), ("Expiring", "is:expiring"), ("Retired", "is:retired"),
      ("Removed", "is:removed"),
    ].map { title, term in
      SidebarItem(title: title, choice: .term(term), count: count(matching: term, in: scope))
    }
    // Read marks do not apply to a past catalogue.
    if scope.unread != nil {
      let unread = unreadMatches(of: Query(), in: scope).count
      items.insert(SidebarItem(title: "Changed", choice: .inbox, count: unread), at: 2)
    }
    return items
  }

  private func count(matching term: String, in scope: SearchScope) -> Int {
    let found = index.search(
      Query.reading(term).query, in: scope.context,
      hiding: hiddenSource
    ).matches
    return isFolded ? groups.folded(found).count : found.count
  }

  /// The largest groups, and how many more there are.
  private func groups(in scope: SearchScope) -> (items: [SidebarItem], leftOut: Int) {
    let catalog = index.catalog
    let listed = catalog.models.indices.filter { position in
      let model = catalog.models[position]
      return model.isListed && (showsOpenRouter || model.source == .core)
    }
    switch scope.grouping {
    case .family:
      let counts = Self.counts(listed.map { catalog.categoryOfModel[$0] })
      let shown = Set(Self.largest(counts) { $0.key }.map(\.key))
      let items: [SidebarItem] = catalog.categories.compactMap { category in
        guard shown.contains(category), let count = counts[category] else { return nil }
        return SidebarItem(
          title: category.name,
          choice: .term(Term.Condition.anyOf(.category, [category.key]).description), count: count)
      }
      return (items, counts.count - shown.count)
    case .author:
      let counts = Self.counts(listed.map { catalog.models[$0].author })
      let largest = Self.largest(counts) { $0 }
      let items: [SidebarItem] = largest.compactMap { author, _ in
        let term = Term.Condition.anyOf(.author, [author]).description
        // A name without letters, or with a quote, cannot be written as a term.
        guard !author.contains("\""), (try? Query.parse(term)) != nil else { return nil }
        // The term matches by prefix, so `meta` counts the models of `meta-llama` too.
        return SidebarItem(
          title: author, choice: .term(term), count: self.count(matching: term, in: scope))
      }
      return (items, counts.count - largest.count)
    case .ability:
      let items = Ability.allCases.map { ability in
        SidebarItem(
          title: ability.rawValue.prefix(1).uppercased() + ability.rawValue.dropFirst(),
          choice: .term("has:\(ability.rawValue)"),
          count: listed.count { catalog.abilitiesOfModel[$0].contains(ability) })
      }
      return (items, 0)
    }
  }

  /// The groups with the most models, at most ``maximumGroups``.
  private static func largest<Group: Hashable>(
    _ counts: [Group: Int], name: (Group) -> String
  ) -> ArraySlice<(key: Group, value: Int)> {
    counts.sorted { ($1.value, name($0.key)) < ($0.value, name($1.key)) }.prefix(maximumGroups)
  }

  private static func counts<Element: Hashable>(_ elements: [Element]) -> [Element: Int] {
    elements.reduce(into: [:]) { $0[$1, default: 0] += 1 }
  }
}
