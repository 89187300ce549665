import ModelCatalog

extension State {
  /// Counts the models under every choice of the sidebar.
  mutating func rebuildSidebar() {
    let heading = SidebarItem(title: personal.grouping.title, term: nil, count: 0)
    sidebar = views + [heading] + groups
    if !sidebar.contains(where: { $0.term == sidebarTerm }) {
      sidebarTerm = ""
      readQuery()
    }
  }

  private var views: [SidebarItem] {
    [
      ("All", ""), ("Core", "source:core"), ("New", "is:new"), ("Free", "is:free"),
      ("Favorites", "is:favorite"), ("Expiring", "is:expiring"), ("Retired", "is:retired"),
    ].map { title, term in
      SidebarItem(title: title, term: term, count: count(matching: term))
    }
  }

  private func count(matching term: String) -> Int {
    index.search(
      Query.reading(term).query, in: searchContext,
      hiding: hiddenSource
    ).matches.count
  }

  private var groups: [SidebarItem] {
    let listed = catalog.models.indices.filter { place in
      let model = catalog.models[place]
      return model.isListed && (showsOpenRouter || model.source == .core)
    }
    switch personal.grouping {
    case .family:
      let counts = Self.counts(listed.map { catalog.categoryOfModel[$0] })
      return catalog.categories.compactMap { category in
        counts[category].map {
          SidebarItem(title: category.name, term: "category:\(category.key)", count: $0)
        }
      }
    case .author:
      let counts = Self.counts(listed.map { catalog.models[$0].author })
      return counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map { author, _ in
        // The term matches by prefix, so `meta` counts the models of `meta-llama` too.
        let count = counts.reduce(0) { $1.key.hasPrefix(author) ? $0 + $1.value : $0 }
        return SidebarItem(title: author, term: "author:\(author)", count: count)
      }
    case .ability:
      return Ability.allCases.map { ability in
        SidebarItem(
          title: ability.rawValue.prefix(1).uppercased() + ability.rawValue.dropFirst(),
          term: "has:\(ability.rawValue)",
          count: listed.count { catalog.abilitiesOfModel[$0].contains(ability) })
      }
    }
  }

  private static func counts<Element: Hashable>(_ elements: [Element]) -> [Element: Int] {
    elements.reduce(into: [:]) { $0[$1, default: 0] += 1 }
  }
}
