import ModelCatalog
import ModelRegistry

/// Which lines the sidebar has; their counts follow with every search.
extension Search {
  func sidebarItems(in scope: SearchScope) -> [SidebarItem] {
    let (lines, leftOut) = groupLines(by: scope.grouping)
    let rest = SidebarItem(kind: .remainder, title: "\(leftOut) more")
    return views(in: scope) + keptViews(in: scope) + [
      SidebarItem(kind: .heading, title: scope.grouping.title)
    ]
      + lines + (leftOut > 0 ? [rest] : [])
  }

  /// Of families, authors or tasks, each of which is counted at every key.
  static let maximumGroups = 200

  private func views(in scope: SearchScope) -> [SidebarItem] {
    var views: [(String, SidebarItem.Choice)] = [
      ("All", .term("")), ("Core", .term("source:core")), ("New", .term("is:new")),
      ("Free", .term("is:free")), ("Favorites", .term("is:favorite")), ("Expiring", .expiring),
      ("Retired", .term("is:retired")), ("Removed", .term("is:removed")),
    ]
    // Read marks do not apply to a past catalogue.
    if scope.unread != nil { views.insert(("Changed", .inbox), at: 2) }
    return views.map { SidebarItem(kind: .choice($1), title: $0) }
  }

  private func keptViews(in scope: SearchScope) -> [SidebarItem] {
    guard !scope.views.all.isEmpty else { return [] }
    return [SidebarItem(kind: .heading, title: Self.keptViewsTitle)]
      + scope.views.all.map { view in
        let count = viewCounts[view]
        return SidebarItem(
          kind: .choice(.view(view.name)), title: view.name, count: count?.models ?? 0,
          standing: count?.standing ?? .uncounted)
      }
  }

  static let keptViewsTitle = "Views"

  /// The largest groups of listed models, and how many more there are.
  private func groupLines(
    by grouping: PersonalState.Grouping
  ) -> (items: [SidebarItem], leftOut: Int) {
    switch grouping {
    case .family:
      let (largest, leftOut) = largest(.category)
      let shown = Set(largest)
      let families = index.catalog.categories.filter { shown.contains($0.key) }
      return (families.compactMap { Self.group($0.name, .category, $0.key) }, leftOut)
    case .author:
      let (largest, leftOut) = largest(.author)
      return (largest.compactMap { Self.group($0, .author, $0) }, leftOut)
    case .ability:
      let items = Ability.allCases.map(\.rawValue).compactMap {
        Self.group(Self.capitalized($0), .ability, $0)
      }
      return (items, 0)
    case .task:
      let (largest, leftOut) = largest(.outputs)
      let tasks =
        Self.usualTasks.filter(largest.contains)
        + largest.filter { !Self.usualTasks.contains($0) }
      return (tasks.compactMap { Self.group(Self.capitalized($0), .outputs, $0) }, leftOut)
    }
  }

  /// The names in a field that the most models have, at most ``maximumGroups``, and how many more
  /// there are.
  private func largest(_ field: QueryField) -> (names: [String], leftOut: Int) {
    let counts = index.counts(of: field, hiding: sourceHiddenElsewhere)
    let largest = counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
      .prefix(Self.maximumGroups).map(\.key)
    return (largest, counts.count - largest.count)
  }

  /// What most people ask models for, by the modality of the answer; others follow by size.
  private static let usualTasks = [
    "text", "image", "video", "audio", "speech", "transcription", "embeddings", "rerank",
  ]

  /// Nil for a name that cannot be written as a term, as one without letters or with a quote.
  private static func group(
    _ title: String, _ field: QueryField, _ name: String
  ) -> SidebarItem? {
    let term = Term.Condition.anyOf(field, [name]).description
    guard !name.contains("\""), (try? Query.parse(term)) != nil else { return nil }
    return SidebarItem(kind: .choice(.term(term)), title: title)
  }

  private static func capitalized(_ name: String) -> String {
    name.prefix(1).uppercased() + name.dropFirst()
  }
}
