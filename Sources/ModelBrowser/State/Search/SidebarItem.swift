/// One line of the sidebar: a choice, its title, and the number of models it shows.
struct SidebarItem: Equatable, Sendable {
  /// What the list shows.
  enum Choice: Equatable, Sendable {
    /// A query term, such as `category:claude`; empty for all models.
    case term(String)
    /// Models with unread changes.
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
