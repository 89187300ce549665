import Foundation
import ModelCatalog
import ModelRegistry
import ModelText
import Support
import Testing

@testable import ModelBrowser

/// Marks and the comparison: keys in, screen and effects out.
struct CompareTests {
  private static func state(
    columns: Int = 120, rows: Int = 36, models: [Model] = ScoredModels.models
  ) -> State {
    var snapshot = Fixture.snapshot
    snapshot.catalog = Catalog(models)
    return Fixture.state(
      columns: columns, rows: rows, snapshot: snapshot, personal: PersonalState())
  }

  private func compare(_ state: State) -> Compare? {
    guard case .compare(let compare)? = state.overlays.last else { return nil }
    return compare
  }

  /// Marks models by their ids, in this order.
  private static func mark(_ ids: [String], in state: inout State) {
    for id in ids { state.type("/<c-u>\(id)<enter> ") }
    state.type("/<c-u>\(ids[0])<enter>")
  }

  private static let three = [
    "anthropic/claude-opus-5", "openai/gpt-5.6-sol", "google/gemini-3.7-flash",
  ]

  // MARK: - Marks

  @Test func `Space marks and goes down, numbers are in the order of marking`() {
    var state = Self.state()
    state.type("j j ")
    let second = state.search.shownIDs[1], fourth = state.search.shownIDs[3]
    #expect(state.navigation.marks.ids == [second, fourth])
    #expect(state.selectedRow == 4)
    state.type("gj ")
    #expect(state.navigation.marks.ids == [fourth])
    #expect(
      state.frame.text.split(separator: "\n").contains { $0.contains("│1 ") || $0.contains("┃1 ") })
    state.type("<esc>")
    #expect(state.navigation.marks.isEmpty, "the last level back")
  }

  @Test func `marks outlive a query, and the hint bar counts them`() {
    var state = Self.state()
    Self.mark(Self.three, in: &state)
    #expect(state.navigation.marks.ids == Self.three)
    #expect(state.frame.text.contains("= compare 3"))
  }

  // MARK: - The comparison

  @Test(arguments: [(30, 8), (80, 24), (120, 36), (200, 50)], [false, true])
  func `three models at every size`(size: (Int, Int), isASCII: Bool) throws {
    var state = Self.state(columns: size.0, rows: size.1)
    state.search.workload = try Workload.parse("in=3000 out=500 calls=50000/day cached=80%")
    Self.mark(Self.three, in: &state)
    state.type("=")
    let text = state.frame.text
    let name = "compare-\(size.0)x\(size.1)"
    let shown = isASCII ? ASCIIFallback.text(for: text) : text
    if isASCII { #expect(shown.utf8.allSatisfy { $0 < 0x80 }) }
    try Golden.expect(shown, matches: isASCII ? name + "-ascii" : name, in: "Screens")
  }

  @Test func `without marks the selected model stands beside those most like it`() {
    var state = Self.state()
    state.type("/opus-5<enter>=")
    #expect(compare(state)?.ids.first == "anthropic/claude-opus-5")
    #expect(compare(state)?.ids.count == 3)
    var none = Self.state()
    none.type("/zzzzqq<enter>=")
    #expect(none.overlays.isEmpty, "there is nothing to compare")
  }

  @Test func `d leaves the rows that differ`() {
    var state = Self.state()
    Self.mark(Self.three, in: &state)
    state.type("=")
    #expect(state.frame.text.contains("─ the same ─"))
    state.type("d")
    #expect(!state.frame.text.contains("─ the same ─"))
    #expect(state.frame.text.contains("Input $/M"))
  }

  @Test func `x takes a model out with its mark, and the last one closes`() {
    var state = Self.state()
    Self.mark(Self.three, in: &state)
    state.type("=lx")
    #expect(compare(state)?.ids == [Self.three[0], Self.three[2]])
    #expect(compare(state)?.selected == Self.three[2])
    #expect(state.navigation.marks.ids == [Self.three[0], Self.three[2]])
    state.type("xx")
    #expect(state.overlays.isEmpty && state.navigation.marks.isEmpty)
  }

  @Test func `Enter opens the selected model, also one that the query leaves out`() {
    var state = Self.state()
    Self.mark(Self.three, in: &state)
    state.type("=l<enter>")
    #expect(state.overlays.isEmpty && state.navigation.selection == Self.three[1])
    #expect(state.layout.isDetailLarge && state.search.box.text.isEmpty)
    #expect(state.navigation.marks.ids == Self.three, "the comparison can be opened again")
  }

  @Test func `y copies a Markdown table, Y the address of up to four`() throws {
    var state = Self.state()
    Self.mark(Self.three, in: &state)
    state.type("=")
    let table = state.type("y")
    guard case .copy(let text, label: "table")? = table.first else {
      Issue.record("nothing was copied")
      return
    }
    #expect(text.hasPrefix("|  | Claude Opus 5<br>`anthropic/claude-opus-5` | "))
    #expect(text.hasSuffix("Scores: Artificial Analysis via OpenRouter\n"))
    #expect(
      state.type("Y") == [
        .copy(
          "https://openrouter.ai/compare/anthropic/claude-opus-5/openai/gpt-5.6-sol/"
            + "google/gemini-3.7-flash", label: "OpenRouter's address")
      ])
  }

  @Test func `forty models scroll sideways, names and facts stay`() {
    let models = (0..<40).map { number in
      Fixture.model("acme/model-\(number)", "Model \(number)", listed: "2026-01-15")
    }
    var state = Self.state(columns: 80, rows: 24, models: models)
    state.type("/model-<enter>")
    for _ in 0..<40 { state.type(" ") }
    #expect(state.navigation.marks.ids.count == 40)
    state.type("=")
    #expect(state.frame.text.contains("Compare 40, "))
    state.type(String(repeating: "l", count: 45))
    #expect(compare(state)?.selected == state.navigation.marks.ids.last)
    #expect(state.frame.text.contains("Context"))
    state.type(String(repeating: "j", count: 200) + String(repeating: "h", count: 45))
    #expect(compare(state)?.selected == state.navigation.marks.ids.first)
    #expect(
      state.frame.text.contains(String(state.catalog[state.navigation.marks.ids[0]]?.name ?? "?")))
  }

  @Test func `a click selects a column, a second one opens the model, the wheel scrolls`() {
    var state = Self.state(columns: 120, rows: 20)
    Self.mark(Self.three, in: &state)
    state.type("=")
    func click(_ column: Int) {
      _ = state.update(.input(.mouse(MouseInput(.press, row: 6, column: column))))
    }
    click(110)
    #expect(compare(state)?.selected == Self.three[2])
    click(3)
    #expect(compare(state)?.selected == Self.three[2], "no column is there")
    _ = state.update(.input(.mouse(MouseInput(.wheelDown, row: 6, column: 60))))
    #expect((compare(state)?.top ?? 0) > 0)
    click(110)
    #expect(state.overlays.isEmpty && state.navigation.selection == Self.three[2])
  }

  @Test func `news moves nothing, and a compared model that is removed stays as removed`() {
    var state = Self.state(rows: 20)
    Self.mark(Self.three, in: &state)
    state.type("=ljj")
    let before = compare(state)
    var next = Fixture.snapshot
    next.catalog = Catalog(ScoredModels.models.filter { $0.id != Self.three[1] })
    next.published = Fixture.now.addingTimeInterval(60)
    _ = state.update(.snapshotArrived(next))
    #expect(compare(state) == before)
    #expect(state.frame.text.contains("removed"))
    state.type("<esc>=")
    #expect(compare(state)?.ids == Self.three, "a mark outlives it too")
  }

  @Test func `a removed model stands beside a live one`() throws {
    var models = ScoredModels.models
    let index = try #require(models.firstIndex { $0.id == Self.three[1] })
    models[index].lastListed = Fixture.now.addingTimeInterval(-86400)
    var state = Self.state(models: models)
    Self.mark([Self.three[0]], in: &state)
    state.type("/<c-u>is:removed<enter> =")
    #expect(compare(state)?.ids == [Self.three[0], Self.three[1]])
    #expect(state.frame.text.contains("removed"))
  }
}
