import ModelCatalog
import ModelRegistry

/// Kept views: what the present one is, and what is kept.
extension State {
  /// What is on the screen, as a view.
  func presentView(named name: String) -> KeptView {
    var view = KeptView(name: name)
    view.query = search.queryText
    view.sort = scope.order?.description
    view.columns = chosenColumns?.map(\.name)
    view.showsOpenRouter = search.showsOpenRouter
    view.isFolded = search.isFolded
    return view
  }

  mutating func openViewForm() {
    guard search.choice != .inbox else {
      toast = .news(
        "unread changes are no query to keep; is:changed finds what changed within a week",
        at: world.now)
      return
    }
    overlays.append(.viewForm(ViewForm(in: self)))
  }

  mutating func perform(_ action: Action.Views) -> [Effect] {
    switch action {
    // Only the form knows of which.
    case .rename, .delete:
      openViewForm()
      return []
    case .keep(let name):
      let isKnown = personal.views[name] != nil
      let view = presentView(named: name)
      personal.views.keep(view)
      // Who keeps a changed view under another name goes on with that one.
      if search.view != nil { search.choose(view) }
      toast = .news(
        "“\(name)” \(isKnown ? "replaced" : "kept; the sidebar lists it")", at: world.now)
    case .renameTo(let old, let new):
      personal.views.rename(old, to: new)
      search.renameView(old, to: new)
      toast = .news("“\(old)” is now “\(new)”", at: world.now)
    case .remove(let name):
      personal.views.remove(name)
      toast = .news("“\(name)” deleted", at: world.now)
    }
    recount()
    return [.save(personal)]
  }
}
