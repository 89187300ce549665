import Foundation
import ModelCatalog
import ModelRegistry

/// Everything the screen depends on.
///
/// Equal states draw equal frames.
struct State: Equatable, Sendable {
  var world: World
  /// The choices that are stored for the next run.
  var personal: PersonalState
  var search: Search
  var inbox = Inbox()
  /// Who serves the models.
  var serving = Serving()
  var navigation = Navigation()
  /// The views over the panes; the last one is on top and gets the input.
  var overlays: [Overlay] = []
  var toast: Toast?
  /// What this run was given in place of stored choices.
  var given: GivenChoices
  let keys: KeyTable
  let isGNUScreen: Bool
  /// Nil for the browser itself.
  let picker: Picker?
  /// The layout of all the above, as of the last update.
  private(set) var screen: Screen

  init(
    snapshot: Snapshot, personal: PersonalState, size: Size, now: Date, query: String = "",
    showsOpenRouter: Bool? = nil, hasHistory: Bool = false, pastCatalog: PastCatalog? = nil,
    given: GivenChoices = GivenChoices(), keys: KeyTable = .standard, isGNUScreen: Bool = false,
    keepsEndpoints: Bool = false, picker: Picker? = nil, restores: Bool = false
  ) {
    self.picker = picker
    self.keys = keys
    self.given = given
    self.isGNUScreen = isGNUScreen
    world = World(
      snapshot: snapshot, now: now, size: size, hasHistory: hasHistory, pastCatalog: pastCatalog,
      keepsEndpoints: keepsEndpoints)
    self.personal = personal
    let stored = personal.storedWorkload
    // What is asked for on the command line goes first.
    let last = restores && query.isEmpty ? personal.lastView : nil
    let lastKept = last?.view.flatMap { personal.views[$0.name] == nil ? nil : $0 }
    search = Search(
      world.catalog, text: lastKept == nil ? last?.query ?? query : "",
      showsOpenRouter: showsOpenRouter ?? personal.showsOpenRouter,
      isFolded: personal.isFolded,
      workload: given.workload ?? stored.workload
        ?? (personal.workload == nil ? given.usualWorkload : nil),
      isPast: pastCatalog != nil)
    let layout = Layout(size: size, isDetailLarge: false)
    screen = Screen(
      layout: layout, columns: ListColumns(width: layout.listRows.columns), page: nil)
    if let fault = stored.fault { toast = .warning(fault, at: now) }
    if picker != nil { navigation.openSearchBox() }
    gatherNews()
    if let lastKept { search.choose(lastKept) }
    search.listSidebar(in: scope)
    search.prefersChosenOrder = last?.prefersChosenOrder ?? false
    searchAnew()
    if let last {
      navigation.begin(at: last)
      returnToLastView()
    }
    layOut()
  }

  /// Computes the screen again, and scrolls what has to be visible into view.
  mutating func layOut() {
    var layout = Layout(
      size: world.size, isDetailLarge: navigation.isDetailLarge && selectedRow != nil)
    let columns = listColumns(in: layout)
    search.markFrontier(of: columns.frontierScore(sortedBy: shownSort))
    if ListNote.isNeeded(for: columns, in: self) { layout.makeRoomForNote() }
    let row = selectedRow
    let page = row.flatMap { detailPage(of: search.model(at: $0), in: layout) }
    screen = Screen(
      layout: layout, columns: columns.withMarks(of: search.frontier), page: page, after: screen)
    navigation.clamp(
      to: screen, list: .init(count: search.matches.count, selected: row),
      // The wheel may scroll the choice out of view, keys may not.
      sidebar: .init(
        count: search.sidebar.count,
        selected: navigation.focus == .sidebar ? search.sidebarRow : nil))
  }
}

extension State {
  /// The catalogue that is shown.
  var catalog: Catalog { world.catalog }
  var layout: Layout { screen.layout }

  /// A model of the catalogue, or one that is marked or compared and no longer listed.
  func model(_ id: Model.ID) -> Model? { world.model(id) }

  /// The selected row of the list; nil if nothing matches.
  var selectedRow: Int? { navigation.selection.flatMap(search.row(of:)) }

  var selectedModel: Model? { selectedRow.map(search.model) }

  /// The order chosen with `s`; a `sort:` in the query takes precedence.
  var sort: QueryOrder {
    get { QueryOrder(personal.sort) ?? QueryOrder(.relevance) }
    set { personal.sort = newValue.description }
  }

  /// The current order of the list.
  var shownSort: QueryOrder {
    let chosen = search.query.sort ?? chosenOrder ?? QueryOrder(.relevance)
    guard chosen.key == .relevance, !search.query.hasFreeText else { return chosen }
    return QueryOrder(.new, isReversed: chosen.isReversed)
  }

  /// The order of the sidebar's choice or the one chosen with `s`; nil where the best match goes
  /// first.
  private var chosenOrder: QueryOrder? {
    if let order = search.orderOfChoice, isPossible(order) { return order }
    if search.view != nil { return nil }
    let isForText = !search.query.hasFreeText || search.prefersChosenOrder
    return sort == QueryOrder(.relevance) || !isForText || !isPossible(sort) ? nil : sort
  }

  /// Costs are only known under a workload.
  private func isPossible(_ order: QueryOrder) -> Bool {
    guard case .fact(let fact) = order.key else { return true }
    return !fact.needsWorkload || search.workload != nil
  }

  /// What the results depend on in addition to the query.
  var scope: SearchScope {
    var context = QueryContext(
      now: world.moment, favorites: personal.favorites, changed: world.changedOfLate,
      workload: search.workload, endpoints: serving.table)
    context.showsEndpoints = showsEndpoints
    return SearchScope(
      context: context,
      order: chosenOrder, grouping: personal.grouping, views: personal.views,
      unread: world.pastCatalog == nil ? inbox.ids : nil)
  }

  /// When the screen changes next without an event; nil for never.
  var nextChange: Date? {
    [world.nextChange, toast?.expires, serving.due].compactMap(\.self).min()
  }
}
