import ModelCatalog
import ModelRegistry

/// What the results depend on in addition to the query: the clock, the choices and the unread changes.
struct SearchScope {
  var context: QueryContext
  /// The order chosen with `s`; nil for the language's own default.
  var order: QueryOrder?
  var grouping: PersonalState.Grouping
  var views = KeptViews()
  /// The models with unread changes, newest change first; nil in the past, which has no inbox.
  var unread: [Model.ID]?
}
