import Foundation
import ModelCatalog
import ModelRegistry

/// Everything the screen depends on.
///
/// Equal states draw equal frames.
struct State: Equatable, Sendable {
  /// The focused part.
  enum Focus: Sendable {
    case sidebar, list, detail, search
  }

  // Environment.
  var snapshot: Snapshot
  var now: Date
  var size: Size
  /// False until the cache has been read: tells "loading" from "empty".
  var isLoaded = false
  /// Whether there was any input.
  var hasTouched = false
  /// The user has requested a refresh that has not ended.
  var awaitsRefresh = false

  // Stored choices.
  var personal: PersonalState

  /// Whether OpenRouter's models are listed; a flag may override the stored choice for this run.
  var showsOpenRouter: Bool

  // The query.
  var box = TextField()
  /// What is chosen in the sidebar.
  var choice = SidebarItem.Choice.term("")
  /// The last valid text of the box.
  var goodText = ""
  /// The query of the list.
  var query = Query()
  /// The error in the text of the box; the list keeps the last valid query.
  var hint: QueryError?
  var completion: Completion?
  /// The position in the query history, and the text before.
  var historyWalk: HistoryWalk?

  // Derived from the above; see `refilter` and `rebuildSidebar`.
  var index: SearchIndex
  var matches: [SearchMatch] = []
  var sidebar: [SidebarItem] = []

  // The past.
  /// Whether there is a history.
  let hasHistory: Bool
  /// The past catalogue that is shown instead of the present one.
  var pastCatalog: PastCatalog?
  /// The history entries since the start of the read marks.
  var entries: [HistoryEntry] = []
  var inbox = Inbox()
  /// The read marks before "mark all read", while it can be undone.
  var markAllUndo: MarkAllUndo?
  /// The last loaded history of a model.
  var modelHistory: LoadedHistory?
  /// The model whose history was requested last.
  var requestedHistory: Model.ID?

  // Navigation.
  var focus = Focus.list
  var selection: Model.ID?
  var listTop = 0
  var sidebarTop = 0
  var detailTop = 0
  /// The detail fills the screen, if there is no room for it beside the list.
  var showsDetailAlone = false
  var helpTop: Int?
  var toast: Toast?
  /// The animation step of the refresh spinner.
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

/// The completions that Tab cycles through in the search box.
struct Completion: Equatable, Sendable {
  /// The characters of the box that the candidate replaces.
  var range: Range<Int>
  var candidates: [QueryCompletion.Candidate]
  var selected: Int
}

/// The position in the query history (Ctrl-p, Ctrl-n).
struct HistoryWalk: Equatable, Sendable {
  var index: Int
  /// The text before the walk began.
  var draft: String
}

extension State {
  /// The catalogue that is shown.
  var catalog: Catalog { pastCatalog?.catalog ?? snapshot.catalog }
  /// The date to which ages are relative.
  var moment: Date { pastCatalog?.date ?? now }
  var layout: Layout { Layout(size: size, showsDetailAlone: showsDetailAlone) }

  /// The selected row of the list; nil if nothing matches.
  var selectedRow: Int? {
    guard let selection, let position = catalog.index(of: selection) else { return nil }
    return matches.firstIndex { $0.index == position }
  }

  var selectedModel: Model? { selectedRow.map { catalog.models[matches[$0].index] } }

  var sidebarRow: Int { sidebar.firstIndex { $0.choice == choice } ?? 0 }

  /// The query term of the sidebar's choice; empty if it has none.
  var sidebarTerm: String {
    switch choice {
    case .term(let term): term
    case .inbox: ""
    }
  }

  /// The order chosen with `s`; a `sort:` in the query takes precedence.
  var sort: QueryOrder {
    get { QueryOrder(personal.sort) ?? QueryOrder(.relevance) }
    set { personal.sort = newValue.description }
  }

  /// The current order of the list.
  var shownSort: QueryOrder {
    let chosen = query.sort ?? sort
    guard chosen.key == .relevance, !query.hasFreeText else { return chosen }
    return QueryOrder(.new, isReversed: chosen.isReversed)
  }

  /// The complete query, starting with the sidebar's term.
  var queryText: String { queryText(with: box.text.trimmed) }

  func queryText(with text: String) -> String {
    [sidebarTerm, text].filter { !$0.isEmpty }.joined(separator: " ")
  }

  /// When the screen changes next without an event; nil for never.
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
