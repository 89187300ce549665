import Foundation
import ModelCatalog
import ModelRegistry

/// Everything the screen depends on, a value: equal states draw equal frames.
struct State: Equatable, Sendable {
  /// What the keys go to.
  enum Focus: Sendable {
    case sidebar, list, detail, search
  }

  // The world.
  var snapshot: Snapshot
  var now: Date
  var size: Size
  /// False until the cache has been looked at: "loading" is not "nothing there".
  var isLoaded = false
  /// A key or the mouse was used.
  var hasTouched = false
  /// A refresh that the person asked for is under way, and wants an answer.
  var awaitsRefresh = false

  // The person.
  var personal: PersonalState

  /// Whether OpenRouter's models are listed now; a flag may have decided it for this run alone.
  var showsOpenRouter: Bool

  // The query.
  var box = TextField()
  /// What is chosen in the sidebar.
  var choice = SidebarItem.Choice.term("")
  /// The last text of the box that could be read.
  var goodText = ""
  /// What the list answers.
  var query = Query()
  /// Why the text in the box cannot be read; the list stays as it was.
  var hint: QueryError?
  var completion: Completion?
  /// Which past query the box shows, and what it held before.
  var historyWalk: HistoryWalk?

  // What follows from world, person and query; see `refilter` and `rebuildSidebar`.
  var index: SearchIndex
  var matches: [SearchMatch] = []
  var sidebar: [SidebarItem] = []

  // The past.
  /// There is a history that can be asked.
  let hasHistory: Bool
  /// The catalogue of another time, shown instead of the present one.
  var pastCatalog: PastCatalog?
  /// What the history says happened since the marks of what is read begin.
  var entries: [HistoryEntry] = []
  var inbox = Inbox()
  /// How what is read stood before all of it was marked, for as long as that can be undone.
  var markAllUndo: MarkAllUndo?
  /// The last life that was read.
  var modelHistory: LoadedHistory?
  /// The model whose life was asked for last.
  var requestedHistory: Model.ID?

  // Where the person is.
  var focus = Focus.list
  var selection: Model.ID?
  var listTop = 0
  var sidebarTop = 0
  var detailTop = 0
  /// The detail fills the screen, where there is no room for it beside the list.
  var showsDetailAlone = false
  var helpTop: Int?
  var toast: Toast?
  /// The mark of the running refresh.
  var spinnerStep = 0

  init(
    snapshot: Snapshot, personal: PersonalState, size: Size, now: Date, query: String = "",
    showsOpenRouter: Bool? = nil, hasHistory: Bool = false, pastCatalog: PastCatalog? = nil
  ) {
    self.snapshot = snapshot
    self.personal = personal
    self.showsOpenRouter = showsOpenRouter ?? personal.showsOpenRouter
    self.size = size
    self.now = now
    self.hasHistory = hasHistory
    self.pastCatalog = pastCatalog
    index = SearchIndex(pastCatalog?.catalog ?? snapshot.catalog)
    box = TextField(query)
    readQuery()
    gatherNews()
    rebuildSidebar()
    refilter()
  }

  static func == (left: State, right: State) -> Bool {
    left.snapshot == right.snapshot && left.now == right.now && left.size == right.size
      && left.isLoaded == right.isLoaded && left.hasTouched == right.hasTouched
      && left.awaitsRefresh == right.awaitsRefresh
      && left.personal == right.personal && left.box == right.box
      && left.choice == right.choice && left.goodText == right.goodText
      && left.query == right.query && left.matches == right.matches
      && left.sidebar == right.sidebar && left.showsOpenRouter == right.showsOpenRouter
      && left.hint == right.hint && left.completion == right.completion
      && left.historyWalk == right.historyWalk && left.focus == right.focus
      && left.selection == right.selection && left.listTop == right.listTop
      && left.sidebarTop == right.sidebarTop && left.detailTop == right.detailTop
      && left.showsDetailAlone == right.showsDetailAlone && left.helpTop == right.helpTop
      && left.toast == right.toast && left.spinnerStep == right.spinnerStep
      && left.hasHistory == right.hasHistory && left.pastCatalog == right.pastCatalog
      && left.entries == right.entries && left.inbox == right.inbox
      && left.markAllUndo == right.markAllUndo && left.modelHistory == right.modelHistory
      && left.requestedHistory == right.requestedHistory
  }
}

/// The choices that Tab goes through in the search box.
struct Completion: Equatable, Sendable {
  /// Characters of the box that the chosen candidate stands in for.
  var range: Range<Int>
  var candidates: [QueryCompletion.Candidate]
  var selected: Int
}

/// A walk through past queries with Ctrl-p and Ctrl-n.
struct HistoryWalk: Equatable, Sendable {
  var index: Int
  /// What was being typed before it began.
  var draft: String
}

extension State {
  /// The one that is shown.
  var catalog: Catalog { pastCatalog?.catalog ?? snapshot.catalog }
  /// The moment from which the ages of what is shown are counted.
  var moment: Date { pastCatalog?.date ?? now }
  var layout: Layout { Layout(size: size, showsDetailAlone: showsDetailAlone) }

  /// Where the selection stands in the list; nil when nothing matches.
  var selectedRow: Int? {
    guard let selection, let position = catalog.index(of: selection) else { return nil }
    return matches.firstIndex { $0.index == position }
  }

  var selectedModel: Model? { selectedRow.map { catalog.models[matches[$0].index] } }

  var sidebarRow: Int { sidebar.firstIndex { $0.choice == choice } ?? 0 }

  /// The term of what is chosen in the sidebar; empty where that is none.
  var sidebarTerm: String {
    switch choice {
    case .term(let term): term
    case .inbox: ""
    }
  }

  /// The order chosen with `s`; a `sort:` in the query goes before it.
  var sort: QueryOrder {
    get { QueryOrder(personal.sort) ?? QueryOrder(.relevance) }
    set { personal.sort = newValue.description }
  }

  /// The order that the list is in.
  var shownSort: QueryOrder {
    let chosen = query.sort ?? sort
    guard chosen.key == .relevance, !query.hasFreeText else { return chosen }
    return QueryOrder(.new, isReversed: chosen.isReversed)
  }

  /// The whole query, the sidebar's term first: what a command line needs for the same list.
  var queryText: String { queryText(with: box.text.trimmed) }

  func queryText(with text: String) -> String {
    [sidebarTerm, text].filter { !$0.isEmpty }.joined(separator: " ")
  }

  /// When the screen would look different although nothing happened; nil for never.
  var nextChange: Date? {
    var moments: [Date] = []
    if snapshot.isRefreshing { moments.append(now.addingTimeInterval(0.1)) }
    if let expires = toast?.expires { moments.append(expires) }
    if let fetched = snapshot.freshness.fetched ?? snapshot.nextRefresh {
      let passed = now.timeIntervalSince(fetched) / 60
      moments.append(fetched.addingTimeInterval((passed.rounded(.down) + 1) * 60))
    }
    return moments.min()
  }
}
