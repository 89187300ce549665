import ModelCatalog
import ModelRegistry

/// The query and its results: the chosen view, the search box, what was understood of its text, the
/// walk through past queries, the matches, and the counts in the sidebar.
struct Search: Equatable, Sendable {
  private(set) var index: SearchIndex
  /// Which rows are the same model.
  private(set) var groups: ModelGroups
  /// Whether the list shows one row a model.
  var isFolded: Bool
  /// The models that stand for their group in a folded list, until the query changes.
  var unfolded: Set<Model.ID> = []
  /// Whether any model has a score.
  private(set) var hasScores: Bool
  /// Whether OpenRouter's models are listed; a flag may override the stored choice for this run.
  var showsOpenRouter: Bool
  /// The work whose cost is shown; nil for none.
  var workload: Workload?
  /// Whether the order chosen with `s` goes before relevance, for the text that is in the box.
  var prefersChosenOrder = false
  /// The order that belongs to the sidebar's choice, until another one is chosen there.
  var orderOfChoice: QueryOrder?
  /// The models that are worth their price, marked in the list.
  private(set) var frontier: FrontierMarks?
  private(set) var box: TextField
  /// What is chosen in the sidebar.
  private(set) var choice = SidebarItem.Choice.term("")
  /// The kept view that is chosen; nil for none.
  private(set) var view: ChosenView?
  /// The last valid text of the box.
  private(set) var goodText = ""
  /// The query of the list.
  private(set) var query = Query()
  /// The error in the text of the box; the list keeps the last valid query.
  private(set) var hint: QueryError?
  /// About a valid query and what it found.
  private(set) var hints: [QueryHint] = []
  private(set) var completion: Completion?
  /// The position in the query history, and the text before.
  private(set) var historyWalk: HistoryWalk?
  /// All models that match, in order.
  private(set) var found: [SearchMatch] = []
  /// Those that the list shows: all, or one of each group.
  private(set) var matches: [SearchMatch] = []
  private(set) var sidebar: [SidebarItem] = []
  /// Of the kept views, as they were last counted.
  private(set) var viewCounts: [KeptView: ViewCount] = [:]
  /// The models that are shown without a query.
  private(set) var total = 0
  /// Counts the lines of the sidebar that are terms.
  private var counter = MatchCounter()
  /// The query of the text alone, without the sidebar's choice.
  private var typedQuery = Query()
  /// Indices in the catalogue of the models with unread changes.
  private var unread: Set<Int> = []

  /// Whether it searches a past catalogue.
  var isPast: Bool

  init(
    _ catalog: Catalog, text: String, showsOpenRouter: Bool, isFolded: Bool = false,
    workload: Workload? = nil, isPast: Bool = false
  ) {
    self.workload = workload
    self.isFolded = isFolded
    self.isPast = isPast
    index = SearchIndex(catalog)
    groups = ModelGroups(catalog)
    hasScores = catalog.hasScores
    box = TextField(text)
    self.showsOpenRouter = showsOpenRouter
    readQuery()
    // There is no earlier list to keep: what is valid is searched for.
    if read(text).hint != nil { readValidPart() }
  }

  var sidebarRow: Int { sidebar.firstIndex { $0.choice == choice } ?? 0 }

  /// The query term of the sidebar's choice; empty if it has none.
  var sidebarTerm: String {
    switch choice {
    case .term(let term): term
    // The text of a view is in the box.
    case .inbox, .view: ""
    }
  }

  /// The complete query, starting with the sidebar's term.
  var queryText: String { queryText(with: box.text.trimmed) }

  private func queryText(with text: String) -> String {
    [sidebarTerm, text].filter { !$0.isEmpty }.joined(separator: " ")
  }

  var hiddenSource: Model.Source? { showsOpenRouter ? nil : .openRouter }

  func model(at row: Int) -> Model { index.catalog.models[matches[row].index] }

  func row(of id: Model.ID) -> Int? {
    guard let position = index.catalog.index(of: id) else { return nil }
    return matches.firstIndex { $0.index == position }
  }

  /// The ids of the matches, in order.
  var shownIDs: [Model.ID] { matches.map { index.catalog.models[$0.index].id } }

  // MARK: - Updates

  /// The sidebar is empty until it is listed again.
  mutating func replaceCatalog(_ catalog: Catalog) {
    index = SearchIndex(catalog)
    groups = ModelGroups(catalog)
    hasScores = catalog.hasScores
    sidebar = []
    counter = MatchCounter()
    // A comparison may be with a model that was not listed before.
    readQuery()
  }

  /// Parses the search box; an error keeps the last valid query, an unfinished word does not.
  mutating func readQuery() {
    hint = mistake(in: box.text)
    if hint?.isUnfinished ?? true { goodText = box.text.trimmed }
    readQuery(of: goodText)
  }

  private mutating func readQuery(of text: String) {
    typedQuery = read(text).query
    query = sidebarTerm.isEmpty ? typedQuery : read(queryText(with: text)).query
  }

  /// What is wrong with a query, or not known in it.
  func mistake(in text: String) -> QueryError? {
    read(text).hint ?? index.unknownReference(in: text, workload: workload)
      ?? index.unknownValueHint(for: text)
  }

  func read(_ text: String) -> (query: Query, hint: QueryError?) {
    Query.reading(
      text, hasWorkload: workload != nil, noEndpoints: isPast ? Query.noPastEndpoints : nil)
  }

  /// Marks the frontier of a score among the matches; nil for none.
  mutating func markFrontier(of score: Fact?) {
    guard let score else {
      frontier = nil
      return
    }
    let basis = FrontierMarks.Basis(
      score: score, matches: matches, query: query, workload: workload)
    guard basis != frontier?.basis else { return }
    let members = index.frontier(of: matches, by: score, for: query, workload: workload)
    frontier = FrontierMarks(basis: basis, members: members)
  }

  mutating func choose(_ choice: SidebarItem.Choice) {
    leaveView()
    self.choice = choice
    unfolded = []
    orderOfChoice = choice == .expiring ? QueryOrder(.fact(.expirationDate)) : nil
    readQuery()
  }

  /// Replaces both the sidebar's choice and the text of the box.
  mutating func ask(_ choice: SidebarItem.Choice, text: String) {
    leaveView()
    box.replaceAll(with: text)
    choose(choice)
  }

  /// Puts the text of a view into the box, or for nil what was there before one.
  mutating func show(_ view: ChosenView?, text: String) {
    self.view = view
    if let view { choice = .view(view.name) }
    box.replaceAll(with: text)
    historyWalk = nil
  }

  mutating func renameView(_ name: String, to newName: String) {
    guard view?.name == name else { return }
    view?.name = newName
    choice = .view(newName)
  }

  mutating func setViewCounts(_ counts: [KeptView: ViewCount]) { viewCounts = counts }

  mutating func setCount(_ count: ViewCount, ofLine line: Int) {
    sidebar[line].count = count.models
    sidebar[line].standing = count.standing
  }

  /// Nil for those that fit.
  mutating func setViewColumns(_ columns: [Fact]?) { view?.columns = columns }

  mutating func find(in scope: SearchScope) {
    switch choice {
    case .inbox:
      found = unreadMatches(of: query, in: scope)
      hints = []
    case .term, .view:
      let result = index.search(
        query, in: scope.context, defaultSort: scope.order, hiding: hiddenSource)
      found = result.matches
      hints = index.hints(for: goodText, query, result, in: scope.context, hiding: hiddenSource)
    }
    fold()
    countSidebar(in: scope)
  }

  /// The matching models with unread changes, newest change first.
  func unreadMatches(of query: Query, in scope: SearchScope) -> [SearchMatch] {
    guard let unread = scope.unread, !unread.isEmpty else { return [] }
    var matches: [Model.ID: SearchMatch] = [:]
    // Removed models are found only on request.
    for term in ["", " is:removed"] {
      let asking = Query.reading(query.description + term).query
      for match in index.search(asking, in: scope.context, hiding: hiddenSource).matches {
        matches[index.catalog.models[match.index].id] = match
      }
    }
    return unread.compactMap { matches[$0] }
  }

  /// Changes the text of the box; true if the list has to be searched again.
  mutating func edit(_ change: (inout TextField) -> Void) -> Bool {
    let before = box.text
    change(&box)
    guard box.text != before else { return false }
    historyWalk = nil
    prefersChosenOrder = false
    unfolded = []
    let oldQuery = query
    readQuery()
    // An error keeps the last list, if that is not empty.
    if matches.isEmpty { readValidPart() }
    return query != oldQuery
  }

  /// Searches for what can be read of the text, with the next keys too.
  mutating func readValidPart() {
    goodText = box.text.trimmed
    readQuery(of: goodText)
  }

  /// Steps through the past queries, newest first; true if the list has to be searched again.
  mutating func walk(by step: Int, through queries: [String]) -> Bool {
    var walk = historyWalk ?? HistoryWalk(index: -1, draft: box.text)
    let position = walk.index + step
    guard position >= -1, position < queries.count else { return false }
    walk.index = position
    let isNew = edit { $0.replaceAll(with: position < 0 ? walk.draft : queries[position]) }
    historyWalk = position < 0 ? nil : walk
    return isNew
  }

  /// Forgets the walk, so that the next one begins at the newest query.
  mutating func endWalk() { historyWalk = nil }

  /// Shows what was found, or one row of each group.
  mutating func fold() { matches = rows(of: found) }

  // MARK: - Sidebar

  /// Lists the choices of the sidebar, without their counts, which the next search finds.
  mutating func listSidebar(in scope: SearchScope) {
    sidebar = sidebarItems(in: scope)
    let conditions = sidebar.compactMap { $0.condition }
    counter = MatchCounter(conditions, in: index, scope.context)
    unread = Set((scope.unread ?? []).compactMap(index.catalog.index))
    total = rowCount(index.search(Query(), in: scope.context, hiding: hiddenSource).matches)
    if !sidebar.contains(where: { $0.choice == choice }) { choose(.term("")) }
  }

  /// Counts what each choice would show with the text of the box.
  private mutating func countSidebar(in scope: SearchScope) {
    // From a view another choice returns to what was there before.
    let asked = view.map { read($0.before.text).query } ?? typedQuery
    let groups = view?.before.isFolded ?? isFolded ? groups : nil
    let typed =
      choice == .term("")
      ? found
      : index.search(
        asked, in: scope.context, defaultSort: scope.order, hiding: sourceHiddenElsewhere
      ).matches
    let counts = index.counts(
      by: counter, of: asked, matching: typed, foldedBy: groups,
      in: scope.context, defaultSort: scope.order, hiding: sourceHiddenElsewhere)
    var next = 0
    for line in sidebar.indices {
      switch sidebar[line].choice {
      case .term(""): sidebar[line].count = groups?.folded(typed).count ?? typed.count
      case .term:
        sidebar[line].count = counts[next]
        next += 1
      case .inbox: sidebar[line].count = unreadCount(among: typed, of: asked, in: scope)
      // Views have their own text, and are counted when they are listed.
      case .view, nil: break
      }
    }
  }

  /// What is hidden once a view is left.
  var sourceHiddenElsewhere: Model.Source? {
    view?.before.showsOpenRouter ?? showsOpenRouter ? nil : .openRouter
  }

  /// How many rows the list would have of some matches.
  private func rowCount(_ matches: [SearchMatch]) -> Int {
    isFolded ? groups.folded(matches).count : matches.count
  }

  /// Like ``unreadMatches(of:in:)``, of which only the number is needed.
  private func unreadCount(
    among typed: [SearchMatch], of asked: Query, in scope: SearchScope
  ) -> Int {
    guard !unread.isEmpty else { return 0 }
    // Removed models are found only on request.
    let removed = index.search(
      Query.reading(asked.description + " is:removed").query, in: scope.context,
      hiding: sourceHiddenElsewhere
    ).matches
    let all = (typed + removed).lazy.map(\.index).filter(unread.contains)
    return Set(all).count
  }

  // MARK: - Completion

  /// Opens the completions, then cycles through them; true if the list has to be searched again.
  mutating func complete(by step: Int, endpoints: EndpointTable) -> Bool {
    if var current = completion {
      let count = current.candidates.count
      current.selected = (current.selected + step + count) % count
      return insert(current)
    }
    let found = QueryCompletion.completions(
      for: box.text, cursor: box.scalarCursor, in: index, endpoints: endpoints)
    guard !found.candidates.isEmpty else { return false }
    let isNew = insert(
      Completion(
        range: box.characters(ofScalars: found.range), candidates: found.candidates, selected: 0))
    if found.candidates.count == 1 { completion = nil }
    return isNew
  }

  private mutating func insert(_ offered: Completion) -> Bool {
    var offered = offered
    let text = offered.candidates[offered.selected].text
    let range = offered.range
    let isNew = edit { $0.replace(range, with: text) }
    offered.range = range.lowerBound..<range.lowerBound + text.count
    completion = offered
    return isNew
  }

  /// Leaves the text in the box as it is.
  mutating func closeCompletion() { completion = nil }
}

extension Catalog {
  fileprivate var hasScores: Bool { models.contains { $0.benchmarks != nil } }
}
