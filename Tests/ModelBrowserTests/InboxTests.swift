import Foundation
import ModelCatalog
import ModelRegistry
import ModelText
import Support
import Testing

@testable import ModelBrowser

/// What is unread, and how it gets read.
struct InboxTests {
  private func shown(_ state: State) -> [String] {
    state.search.matches.map { state.catalog.models[$0.index].id }
  }

  private func badge(_ state: State) -> Int? {
    state.search.sidebar.first { $0.choice == .inbox }?.count
  }

  /// Into the inbox, from the list.
  private static let open = "h<down><down><enter>"

  private static let order = [
    "google/gemini-3.7-flash", "openai/gpt-5.6-sol", "anthropic/claude-haiku-4.5",
    "anthropic/claude-opus-4", "openai/gpt-oss-20b:free", "mistralai/mistral-saba",
  ]

  @Test func `the inbox has the models with news, the newest first, removed ones too`() {
    var state = Fixture.stateWithNews()
    state.type(Self.open)
    #expect(state.search.choice == .inbox && shown(state) == Self.order)
    #expect(badge(state) == 6)
    #expect(
      state.inbox.unread["qwen/qwen3.8-27b"] == nil, "hourly prices are no news by themselves")
  }

  @Test(arguments: [
    (Fact.isModerated, false), (.instructType, false), (.created, false), (.aliasTarget, true),
    (.contextLength, true), (.price(.webSearch), true), (.expirationDate, true),
  ])
  func `facts that nobody chooses by are no news by themselves`(field: Fact, counts: Bool) {
    let difference = ModelChange.Difference(field: field, old: .unknown, new: .text("x"))
    let entry = Fixture.entry("qwen/qwen3.8-27b", 1, .changed([difference]))
    let state = Fixture.stateWithNews(entries: [entry])
    #expect(state.inbox.ids == (counts ? ["qwen/qwen3.8-27b"] : []))
  }

  @Test func `the query narrows the inbox and keeps its order`() {
    var state = Fixture.stateWithNews()
    state.type(Self.open + "/claude")
    #expect(shown(state) == ["anthropic/claude-haiku-4.5", "anthropic/claude-opus-4"])
  }

  @Test func `d marks one as read, keeps it, and goes on to the next`() {
    var state = Fixture.stateWithNews()
    state.type(Self.open + "j")
    let effects = state.type("d")
    #expect(shown(state) == Self.order.filter { $0 != "openai/gpt-5.6-sol" })
    #expect(state.navigation.selection == "anthropic/claude-haiku-4.5" && badge(state) == 5)
    #expect(
      effects.contains {
        if case .save(let kept) = $0 {
          kept.read.models == ["openai/gpt-5.6-sol": Fixture.entries[1].date]
        } else {
          false
        }
      })
    #expect(effects.contains(.loadHistory("anthropic/claude-haiku-4.5", asOf: nil)))
  }

  @Test func `what happens after a mark is unread again`() {
    var state = Fixture.stateWithNews()
    state.type(Self.open + "d")
    #expect(state.inbox.unread["google/gemini-3.7-flash"] == nil)
    let later = Fixture.entry(
      "google/gemini-3.7-flash", -1, .changed([Fixture.price(.input, "0.000001", "0.000002")]))
    _ = state.update(.newsRead(.success([later] + Fixture.entries)))
    #expect(state.inbox.ids.count == 5, "what is yet to come by this clock waits")
    _ = state.update(.timePassed(later.date))
    _ = state.update(.newsRead(.success([later] + Fixture.entries)))
    #expect(state.inbox.unread["google/gemini-3.7-flash"]?.count == 1)
    #expect(state.inbox.ids.first == "google/gemini-3.7-flash")
  }

  @Test func `D marks everything, and undoes it while its message is shown`() {
    var state = Fixture.stateWithNews()
    state.type("d")
    let before = state.personal.read
    state.type(Self.open + "D")
    #expect(state.inbox.ids.isEmpty && badge(state) == 0)
    #expect(state.personal.read.until == Fixture.entries[0].date)
    #expect(state.personal.read.models.isEmpty)
    let effects = state.type("D")
    #expect(state.personal.read == before && shown(state) == Self.order)
    #expect(effects.contains(.readNews(since: before.begin(now: state.world.now))))
    state.type("D")
    _ = state.update(.timePassed(Fixture.now.addingTimeInterval(Toast.lifetime + 1)))
    state.type("D")
    #expect(state.inbox.ids.isEmpty && state.toast?.text == "nothing is unread")
  }

  @Test func `on the first run nothing is unread`() {
    var state = State(
      snapshot: Fixture.longerSnapshot, personal: Fixture.everyRow,
      size: Size(columns: 120, rows: 36), now: Fixture.now, hasHistory: true)
    let effects = state.update(.snapshotArrived(Fixture.longerSnapshot))
    #expect(state.personal.read.until == Fixture.now)
    #expect(effects.prefix(2) == [.save(state.personal), .readNews(since: Fixture.now)])
    _ = state.update(.newsRead(.success(Fixture.entries)))
    #expect(state.inbox.ids.isEmpty)
    state.type(Self.open)
    #expect(state.frame.text.contains("Nothing has changed since 2026-08-22"))
  }

  @Test func `a mark from a clock that was ahead does not hide what comes`() {
    var state = Fixture.stateWithNews(entries: [])
    state.personal.read = ReadMarks(until: Fixture.now.addingTimeInterval(86400))
    var next = state.world.snapshot
    next.changedOn = ["a/b": Fixture.now]
    let effects = state.update(.snapshotArrived(next))
    #expect(state.personal.read.until == Fixture.now && effects.first == .save(state.personal))
  }

  @Test func `the badge grows while the program is open, and nothing moves`() {
    var state = Fixture.stateWithNews(entries: [])
    state.type("jjj")
    let (selection, top) = (state.navigation.selection, state.navigation.listTop)
    #expect(badge(state) == 0)
    var next = state.world.snapshot
    next.changedOn = ["openai/gpt-5.6-sol": Fixture.now]
    let effects = state.update(.snapshotArrived(next))
    #expect(effects.first == .readNews(since: state.personal.read.begin(now: state.world.now)))
    _ = state.update(.newsRead(.success(Fixture.entries)))
    #expect(
      badge(state) == 6 && state.navigation.selection == selection
        && state.navigation.listTop == top)
  }

  @Test func `news while the inbox is read keeps the selection by id`() {
    var state = Fixture.stateWithNews(entries: Array(Fixture.entries.dropFirst(2)))
    state.type(Self.open + "j")
    let selection = state.navigation.selection
    _ = state.update(.newsRead(.success(Fixture.entries)))
    #expect(selection == "anthropic/claude-opus-4" && state.navigation.selection == selection)
    #expect(state.selectedRow == 3)
  }

  @Test func `a last day is news again when it is near`() {
    var state = Fixture.stateWithNews(entries: [])
    #expect(state.inbox.unread["mistralai/mistral-saba"]?.map(\.kind) == nil)
    _ = state.update(.timePassed(Fixture.date("2026-08-29")))
    let ending = CalendarDay("2026-09-01").map { News.Kind.isEnding($0) }
    #expect(state.inbox.unread["mistralai/mistral-saba"]?.first?.kind == ending)
    _ = state.update(.timePassed(Fixture.date("2026-09-02")))
    #expect(state.inbox.ids.isEmpty, "it is over")
  }

  @Test func `rows of any list say that there is news of them`() {
    let state = Fixture.stateWithNews()
    let lines = state.frame.text.split(separator: "\n")
    #expect(lines.contains { $0.contains("+ Google: Gemini 3.7 Flash") })
    #expect(lines.contains { $0.contains("~ OpenAI: GPT-5.6 Sol") })
    #expect(lines.contains { $0.contains("○ GPT-5.6 Sol") })
  }

  @Test func `marks are kept across runs to the millisecond, and stay few`() throws {
    var marks = ReadMarks()
    marks.markAll(through: Fixture.now.addingTimeInterval(-86400.123))
    marks.mark("a/b", through: Fixture.now.addingTimeInterval(0.4567))
    let kept = try JSONDecoder().decode(ReadMarks.self, from: JSONEncoder().encode(marks))
    #expect(kept.isRead("a/b", at: Fixture.now.addingTimeInterval(0.4567), now: Fixture.now))
    #expect(!kept.isRead("a/b", at: Fixture.now.addingTimeInterval(0.46), now: Fixture.now))
    #expect(!kept.isRead("c/d", at: Fixture.now, now: Fixture.now))
    for number in 0..<3000 {
      marks.mark("m/\(number)", through: Fixture.now.addingTimeInterval(Double(number)))
    }
    marks.prune(now: Fixture.now)
    #expect(marks.models.count == ReadMarks.limit && marks.models["m/2999"] != nil)
    marks.prune(now: Fixture.now.addingTimeInterval(ReadMarks.reach + 86400))
    #expect(marks.models.isEmpty, "what is too old counts as read anyway")
  }

  @Test func `what was marked read is read after a restart, whatever its milliseconds`() throws {
    for millisecond in 0..<1000 {
      // As the history dates what happened.
      let date = Date(timeIntervalSince1970: Double(1_787_000_000_000 + millisecond) / 1000)
      var marks = ReadMarks(until: date.addingTimeInterval(-1000))
      marks.mark("a/b", through: date)
      let kept = try JSONDecoder().decode(ReadMarks.self, from: JSONEncoder().encode(marks))
      #expect(kept == marks)
      #expect(kept.isRead("a/b", at: date, now: date))
      #expect(!kept.isRead("a/b", at: date.addingTimeInterval(0.002), now: date))
    }
  }

  @Test func `marks of the first release hold, though their dates were cut off`() throws {
    // 1787000000.129 is .128999 in binary, and was kept as .128.
    let kept = Data(
      #"{"models":{"a/b":"2026-08-17T21:33:20.128Z"},"until":"2026-08-01T00:00:00.000Z"}"#.utf8)
    let marks = try JSONDecoder().decode(ReadMarks.self, from: kept)
    let date = Date(timeIntervalSince1970: 1_787_002_400.129)
    #expect(marks.isRead("a/b", at: date, now: date))
  }

  @Test func `of a model away for too long only the last months are unread`() {
    var marks = ReadMarks()
    marks.markAll(through: Fixture.now.addingTimeInterval(-400 * 86400))
    #expect(marks.begin(now: Fixture.now) == Fixture.now.addingTimeInterval(-ReadMarks.reach))
  }

  @Test(
    arguments: [
      ("0.000005", "0.000004", "▼ −20%"), ("0.000004", "0.000005", "▲ +25%"),
      ("0", "0.000001", "▲"), ("0.000001", "0", "▼ −100%"), ("0.000001", "0.000001003", "▲ +<1%"),
      ("0.000000001", "0.000005", "▲ +>999%"),
    ])
  func `dearer and cheaper differ without colour`(old: String, new: String, words: String) {
    let change = ChangeWords.trend(
      from: Price(upstream: old)?.amount ?? 0, to: Price(upstream: new)?.amount ?? 0)
    #expect(change?.text == words)
  }

  @Test func `all facts of a change are shown, the most important first`() {
    let news = Fixture.entries.prefix(2).map(News.init)
    let text = NewsWords.facts(of: news).map { $0.spans.map(\.text).joined() }
    #expect(
      text == [
        "new", "in 3.00 → 2.50 $/M ▼ −17%", "out 12.00 → 15.00 $/M ▲ +25%",
        "context 400k → 1.05M ▲", "parameters +reasoning +structured_outputs −seed",
      ])
  }
}
