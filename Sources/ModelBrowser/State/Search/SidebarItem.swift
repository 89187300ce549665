import ModelCatalog

/// One line of the sidebar.
struct SidebarItem: Equatable, Sendable {
  enum Kind: Equatable, Sendable {
    /// Can be chosen, and says how many models it shows.
    case choice(Choice)
    /// What the lines below are grouped by.
    case heading
    /// How many groups are left out.
    case remainder
  }

  /// What the list shows.
  enum Choice: Equatable, Sendable {
    /// A query term, such as `category:claude`; empty for all models.
    case term(String)
    /// Models with unread changes.
    case inbox
    /// The kept view of this name.
    case view(String)

    static let expiring = Choice.term("is:expiring")
  }

  let kind: Kind
  let title: String
  /// Models of the query that the choice shows.
  var count = 0
  /// What is known of the count of a kept view.
  var standing = Standing.counted

  enum Standing: Equatable, Sendable {
    case counted
    /// Not yet: the list goes first.
    case uncounted
    /// Its query cannot be read.
    case mistaken
  }

  /// Nil for a line that cannot be chosen.
  var choice: Choice? {
    if case .choice(let choice) = kind { choice } else { nil }
  }

  /// What a model must meet to be counted; nil for all models, and for what is no term.
  var condition: Term.Condition? {
    term.flatMap { Query.reading($0).query.terms.first?.condition }
  }

  var term: String? {
    switch choice {
    case .term(let term): term
    case .inbox, .view, nil: nil
    }
  }
}
