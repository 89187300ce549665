/// One line of the sidebar: a name for a query term, with the number of models that it leaves.
struct SidebarItem: Equatable, Sendable {
  var title: String
  /// What it adds to the query: `category:claude`; empty for all models; nil for a heading,
  /// which cannot be chosen.
  var term: String?
  var count: Int
}
