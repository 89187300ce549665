/// One line of the sidebar: a name for a choice, with the number of models that it leaves.
struct SidebarItem: Equatable, Sendable {
  /// What the list shows.
  enum Choice: Equatable, Sendable {
    /// What a term of the query leaves: `category:claude`; empty for all models.
    case term(String)
    /// The models that something unread happened to.
    case inbox
  }

  var title: String
  /// Nil for a heading, which cannot be chosen.
  var choice: Choice?
  var count: Int

  var term: String? {
    switch choice {
    case .term(let term): term
    case .inbox, nil: nil
    }
  }
}
