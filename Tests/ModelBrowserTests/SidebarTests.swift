import Foundation
import ModelCatalog
import ModelRegistry
import Support
import Testing

@testable import ModelBrowser

/// The groups of the sidebar, what it counts, and the list of what is about to end.
struct SidebarTests {
  /// Models for every task, and some that end soon, later, or have ended.
  private static let models: [Model] = {
    func model(_ id: String, gives outputs: [Modality], ends: String? = nil) -> Model {
      Fixture.model("maker/\(id)", id, context: 10_000) {
        $0.outputModalities = outputs.sorted()
        $0.expirationDate = ends.flatMap { CalendarDay($0) }
      }
    }
    return [
      model("writer", gives: [.text], ends: "2026-10-02"),
      model("painter", gives: [.text, .image], ends: "2026-08-30"),
      model("director", gives: [.video], ends: "2026-11-01"),
      model("speaker", gives: [.speech]), model("listener", gives: [.transcription]),
      model("vector", gives: [.embeddings], ends: "2027-08-30"),
      model("sorter", gives: [Modality("rerank")], ends: "2026-08-01"),
      model("dancer", gives: [Modality("motion")], ends: "2026-09-15"),
    ]
  }()

  private static let catalog = Catalog(Fixture.models + models)

  private func state(columns: Int = 120, rows: Int = 36) -> State {
    var snapshot = Snapshot(catalog: Self.catalog, published: Fixture.now)
    snapshot.freshness = .live(Fixture.now)
    return Fixture.state(columns: columns, rows: rows, snapshot: snapshot)
  }

  private func lines(_ state: State) -> [String] {
    state.frame.text.split(separator: "\n").map(String.init)
  }

  private func count(_ title: String, _ state: State) -> Int? {
    state.search.sidebar.first { $0.title == title }?.count
  }

  // MARK: - Groups

  @Test func `c groups by family, author, ability and task, and begins again`() {
    var state = state()
    for heading in ["Families", "Authors", "Abilities", "Tasks", "Families"] {
      #expect(lines(state).contains { $0.contains("│─ \(heading) ─") }, "\(heading)")
      state.type("c")
    }
  }

  @Test func `tasks are those that a listed model does, the usual ones first`() {
    var state = state()
    state.type("ccc")
    let tasks = state.search.sidebar.drop { $0.kind != .heading }.dropFirst()
    let shown = tasks.map { "\($0.title) \($0.count)" }
    // 11 of the small catalogue, of which one is retired, give text.
    #expect(
      shown == [
        "Text 13", "Image 1", "Video 1", "Speech 1", "Transcription 1", "Embeddings 1", "Rerank 1",
        "Motion 1",
      ])
  }

  @Test func `a task is chosen like any other line, and its term is in the box`() {
    var state = state()
    state.type("ccch")
    state.type("G<up><up>")
    #expect(state.search.sidebarTerm == "out:embeddings")
    #expect(state.selectedModel?.id == "maker/vector")
    #expect(lines(state).contains { $0.contains("out:embeddings") })
  }

  @Test func `a click on the heading does what c does, at any scroll position`() throws {
    for rows in [36, 14] {
      var (clicked, typed) = (state(rows: rows), state(rows: rows))
      for _ in 1...5 {
        if rows == 14 {
          let area = try #require(clicked.layout.sidebarItems)
          let wheel = MouseInput(.wheelDown, row: area.row, column: 3)
          for _ in 1...2 {
            _ = clicked.update(.input(.mouse(wheel)))
            _ = typed.update(.input(.mouse(wheel)))
          }
        }
        let row = try #require(lines(clicked).firstIndex { $0.hasPrefix("│─ ") })
        let effects = clicked.update(.input(.mouse(MouseInput(.press, row: row, column: 4))))
        #expect(effects == typed.type("c"))
        #expect(clicked == typed)
      }
      #expect(clicked.personal.grouping == .author)
    }
  }

  @Test func `a click on the line that counts the groups left out does nothing`() {
    let models = (0..<201).map { Fixture.model("maker\($0)/a-\($0)", "Model \($0)") }
    var snapshot = Snapshot(catalog: Catalog(models), published: Fixture.now)
    snapshot.freshness = .live(Fixture.now)
    var state = Fixture.state(snapshot: snapshot)
    state.type("chG")
    let before = state.search
    for row in state.layout.border.row..<state.layout.border.row + state.layout.border.rows
    where lines(state)[row].contains(" 1 more") {
      _ = state.update(.input(.mouse(MouseInput(.press, row: row, column: 4))))
    }
    #expect(state.search.sidebar.last?.kind == .remainder)
    #expect(state.search == before)
  }

  // MARK: - Counts

  static let queries = [
    "", "claude", "sol ctx>=200k", "free", "is:free", "-claude", "gpt-4", "clud", "zzzz",
    "is:retired",
    "source:core", "source:openrouter", "has:tools sort:price", "\"large model\"", "out:text,image",
    "frontier:intelligence", "frontier:coding ctx>=100k", "is:expired", "author:maker", "e", "gpt-",
  ]

  @Test(arguments: queries)
  func `each line counts what its choice shows with the text`(text: String) {
    for (state, keys) in [state(), Fixture.scoredState(), Fixture.stateWithNews()]
      .flatMap({ [($0, ""), ($0, "t"), ($0, "z"), ($0, "zt")] })
    {
      var state = state
      state.type(keys)
      state.type("f/\(text)<enter>")
      for grouping in PersonalState.Grouping.allCases {
        #expect(state.personal.grouping == grouping)
        let before = state.search.sidebar
        for (row, line) in before.enumerated() where line.choice != nil {
          state.chooseSidebar(row)
          #expect(state.search.matches.count == line.count, "\(line.title) with \(text)")
          // Whatever is chosen, the counts are those of the text.
          #expect(state.search.sidebar == before, "\(line.title) with \(text)")
        }
        state.chooseSidebar(0)
        state.type("c")
      }
    }
  }

  @Test(arguments: Captures.listings)
  func `each line counts what a search of its own finds in a real list`(name: String) throws {
    let listing = try OpenRouterPayload.listing(from: Captures.body(name))
    var snapshot = Snapshot(
      catalog: Catalog(CoreModels.models + listing.models), published: Fixture.now)
    snapshot.freshness = .live(Fixture.now)
    var state = Fixture.state(snapshot: snapshot)
    for text in ["", "claude", "r", "mini has:vision", "clud snnt", "frontier:intelligence"] {
      state.type("z/<c-u>\(text)<enter>")
      for _ in PersonalState.Grouping.allCases {
        for line in state.search.sidebar {
          guard let term = line.term else { continue }
          let query = try Query.parse("\(term) \(text)")
          let found = state.search.index.search(query, in: state.scope.context).matches
          let rows = state.search.isFolded ? state.search.groups.folded(found) : found
          #expect(line.count == rows.count, "\(term) \(text)")
        }
        state.type("c")
      }
    }
  }

  @Test func `while a query is typed the screen counts its matches, and the lines stay`() {
    var state = state(columns: 80, rows: 24)
    let titles = state.search.sidebar.map(\.title)
    #expect(count("Claude", state) == 3 && count("GPT", state) == 4 && count("All", state) == 19)
    state.type("/opus")
    #expect(count("Claude", state) == 2 && count("GPT", state) == 0 && count("All", state) == 2)
    #expect(lines(state).contains { $0.hasPrefix("│ Claude         2 │") })
    #expect(lines(state).contains { $0.contains("2 of 19 │") })
    state.type("<c-u>")
    #expect(count("Claude", state) == 3 && count("GPT", state) == 4)
    #expect(state.search.sidebar.map(\.title) == titles)
  }

  @Test func `abilities are counted on the endpoints that a query asks for`() {
    var state = Fixture.state(query: "on:acme")
    var table = EndpointTable()
    table["openai/gpt-5.6-sol"] = Fixture.endpoints()
    _ = state.update(
      .endpointsGathered(
        EndpointProgress(table: table, known: 1, of: 1, isDone: true, failure: nil)))
    state.type("cc")
    // The model calls tools; its endpoints at Acme do not.
    #expect(count("Reasoning", state) == 1 && count("Tools", state) == 0)
    for (row, line) in state.search.sidebar.enumerated() where line.choice != nil {
      var chosen = state
      chosen.chooseSidebar(row)
      #expect(chosen.search.matches.count == line.count, "\(line.title)")
    }
  }

  @Test func `a mistake in the box keeps the counts of what was valid before`() {
    for mistake in ["opus ctx>=x", "opus pricee<3", "opus is:fre,new"] {
      var state = state()
      state.type("/\(mistake)")
      #expect(state.search.hint != nil, "\(mistake)")
      #expect(state.search.matches.count == 2, "\(mistake)")
      #expect(count("Claude", state) == 2 && count("All", state) == 2, "\(mistake)")
    }
  }

  @Test func `unread changes are counted among the matches, removed models too`() {
    var state = Fixture.stateWithNews()
    #expect(count("Changed", state) == 6)
    state.type("/claude")
    // One of the two was removed.
    #expect(count("Changed", state) == 2 && count("Removed", state) == 1)
    state.type("<c-u>qwen3.8")
    #expect(count("Changed", state) == 0 && count("Removed", state) == 0)
  }

  // MARK: - Expiring

  private func chooseExpiring(_ state: inout State) {
    let row = state.search.sidebar.firstIndex { $0.title == "Expiring" } ?? 0
    state.chooseSidebar(row)
    state.layOut()
  }

  private func columns(_ state: State) -> [Fact] { state.screen.columns.slots.map(\.column.fact) }

  private func ids(_ state: State) -> [String] {
    state.search.shownIDs.map { String($0.split(separator: "/").last ?? "") }
  }

  @Test(arguments: [(80, 24), (120, 36), (200, 50), (60, 20), (30, 8)])
  func `expiring models are sorted by their last day, which the list shows`(
    columns: Int, rows: Int
  ) {
    var state = state(columns: columns, rows: rows)
    state.type("s")
    chooseExpiring(&state)
    #expect(ids(state) == ["painter", "mistral-saba", "dancer", "writer", "director"])
    let days = ["2026-08-30", "2026-09-01", "2026-09-15", "2026-10-02", "2026-11-01"]
    let area = state.layout.listRows
    let rows = lines(state)[area.row..<area.row + min(area.rows, days.count)]
    guard columns >= 60 else { return }
    for (line, day) in zip(rows, days) {
      #expect(line.contains(day), "\(columns) columns: \(line)")
    }
  }

  @Test func `another order is for this visit alone`() {
    var state = state()
    chooseExpiring(&state)
    let byDay = ids(state)
    state.type("S")
    #expect(ids(state) == byDay.reversed())
    state.chooseSidebar(0)
    chooseExpiring(&state)
    #expect(ids(state) == byDay)
    state.type("/sort:name")
    #expect(ids(state) == ["dancer", "director", "mistral-saba", "painter", "writer"])
  }

  @Test func `words leave the order by day, and chosen columns get the day`() {
    var state = state()
    state.type("f")
    chooseExpiring(&state)
    state.type("/maker")
    #expect(ids(state) == ["painter", "dancer", "writer", "director"])
    _ = state.setColumns([.displayName, .contextLength])
    state.layOut()
    #expect(columns(state) == [.displayName, .expirationDate, .contextLength])
    state.type("<enter>")
    state.chooseSidebar(0)
    state.layOut()
    #expect(columns(state) == [.displayName, .contextLength])
  }

  @Test(arguments: [(80, 24), (120, 36)])
  func `the screen of expiring models and of tasks`(columns: Int, rows: Int) throws {
    var state = state(columns: columns, rows: rows)
    state.type("ccc")
    chooseExpiring(&state)
    try Golden.expect(
      state.frame.text, matches: "expiring-\(columns)x\(rows)", in: "Screens")
  }
}
