import Foundation
import ModelCatalog
import Testing

@testable import ModelBrowser

/// Sorting that explains itself.
struct SortingTests {
  @Test func `s goes through the keys from their useful end, and says so`() {
    var state = Fixture.scoredState(columns: 160)
    var texts: [String] = []
    for _ in 0..<8 {
      state.type("s")
      texts.append(state.toast?.text ?? "")
    }
    #expect(
      texts == [
        "sorted by name ↑, A to Z", "sorted by input price ↑, cheapest first",
        "sorted by output price ↑, cheapest first", "sorted by context ↓, largest first",
        "sorted by intelligence ↓, highest first", "sorted by coding ↓, highest first",
        "sorted by agentic ↓, highest first", "sorted by date, newest first",
      ])
  }

  @Test func `costs are among the keys under a workload`() {
    var state = Fixture.scoredState(given: GivenChoices(workload: Fixture.workload))
    state.type("sssss")
    #expect(state.toast?.text == "sorted by cost a month ↑, cheapest first")
    #expect(state.search.shownIDs.first == "openai/gpt-oss-20b:free")
    #expect(
      state.search.shownIDs.last.map {
        state.search.workload?.monthlyCost(
          of: state.catalog[$0] ?? Fixture.models[0])
      } == .some(nil), "unknown ones are last")
    // Without a workload there is no order by cost.
    state.type("w<c-u><enter>")
    #expect(state.shownSort == QueryOrder(.new))
  }

  @Test func `the sorted title has an arrow`() {
    var state = Fixture.scoredState(columns: 160)
    func titles() -> String {
      let rows = state.frame.text.split(separator: "\n")
      return String(rows[state.layout.columnTitles.row])
    }
    state.type("ss")
    #expect(titles().contains("IN $/M↑") && !titles().contains("↓"))
    state.type("S")
    #expect(titles().contains("IN $/M↓"))
    state.type("/sort:coding")
    #expect(titles().contains("CODE↓") && !titles().contains("IN $/M↓"))
    state.type(" sort:ctx")
    #expect(titles().contains("CONTEXT↑"))
  }

  @Test func `the query's own order wins, and nothing changes behind it`() {
    var state = Fixture.scoredState(query: "sort:coding")
    let before = state
    #expect(state.type("s").isEmpty && state.type("S").isEmpty)
    #expect(state.toast?.text.contains("the query says sort:coding") == true)
    #expect(state.personal == before.personal && state.search == before.search)
  }

  @Test func `with words the best match goes first until s is pressed for them`() {
    var personal = Fixture.everyRow
    personal.sort = "price"
    var state = Fixture.scoredState(query: "", personal: personal)
    #expect(state.shownSort.description == "price")
    state.type("/claude")
    #expect(state.shownSort == QueryOrder(.relevance))
    let relevant = state.search.shownIDs
    #expect(state.personal.sort == "price", "the stored order is kept")
    state.type("<enter>ss")
    #expect(state.shownSort.description == "name")
    #expect(state.search.shownIDs != relevant)
    state.type("/<c-u>opus")
    #expect(state.shownSort == QueryOrder(.relevance), "other words, the best match again")
    state.type("<c-u>")
    #expect(state.shownSort.description == "name")
  }
}
