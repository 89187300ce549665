import ModelCatalog
import Testing

@testable import ModelBrowser

/// How the room of the screen is used.
struct WholeScreenTests {
  private func layout(_ columns: Int, _ rows: Int) -> Layout {
    Layout(size: Size(columns: columns, rows: rows), isDetailLarge: false)
  }

  private func names(_ columns: ListColumns) -> [String] {
    columns.slots.map(\.column.fact.name)
  }

  @Test func `80 by 24 has twelve rows of the list and a detail below them`() throws {
    var state = Fixture.scoredState(columns: 80, rows: 24)
    #expect(state.layout.listRows.rows == 12 && state.layout.detail?.rows == 4)
    state.type("w100<enter>")
    #expect(state.layout.note != nil, "a line about the cost")
    #expect(state.layout.listRows.rows == 12 && state.layout.detail?.rows == 3)
  }

  @Test func `from 22 rows on the list has twelve, and more room goes to both`() {
    for rows in 23...60 {
      let layout = layout(100, rows)
      let detail = layout.detail?.rows ?? 0
      #expect(layout.listRows.rows >= 12 && (3...14).contains(detail), "\(rows)")
      #expect(layout.listRows.rows >= detail, "\(rows)")
    }
  }

  @Test func `200 by 50 gives sidebar, list and detail their shares`() {
    let layout = layout(200, 50)
    #expect(layout.isDetailBeside)
    #expect(layout.sidebarItems?.columns == 22)
    #expect(layout.listRows.columns == 124 && layout.detail?.columns == 50)
  }

  @Test func `at 200 columns the list has name, id, prices, scores and dates`() {
    let columns = Fixture.scoredState(columns: 200, rows: 50).screen.columns
    #expect(
      names(columns) == [
        "name", "id", "input", "output", "intelligence", "coding", "agentic", "context",
        "abilities", "created",
      ])
    let widths = columns.slots.prefix(2).map(\.width)
    #expect(widths == [24, 28])
  }

  @Test(arguments: [
    (34, ["name", "input"]), (60, ["name", "input", "output", "context", "abilities"]),
    (90, ["name", "input", "output", "context", "maxout", "abilities", "created"]),
    (113, ["name", "id", "input", "output", "context", "maxout", "abilities", "created"]),
    (
      170,
      [
        "name", "id", "input", "output", "cacheread", "context", "maxout", "abilities", "cutoff",
        "created",
      ]
    ),
  ])
  func `columns appear by importance as the width allows`(width: Int, expected: [String]) {
    #expect(names(ListColumns(width: width)) == expected)
  }

  @Test func `names and ids grow before there are more columns`() throws {
    var last = (name: 0, id: 0, count: 0)
    for width in 124...230 {
      let columns = ListColumns(width: width, hasScores: true)
      let id = columns.slots.first { $0.column.fact.name == "id" }?.width ?? 0
      let name = columns.slots.first?.width ?? 0
      #expect(id >= last.id && columns.slots.count >= last.count, "\(width)")
      #expect(id == 28 || name >= 30, "\(width)")
      last = (name, id, columns.slots.count)
    }
    #expect(last.id == 40 && last.count == 13)
  }

  @Test(arguments: ["?", "a", "C", "w", "b"])
  func `an overlay's border is the panes' border, or well inside it`(key: String) {
    for columns in 30...120 {
      for rows in [8, 24, 36] {
        var state = Fixture.state(columns: columns, rows: rows)
        state.type(key)
        let grid = state.frame.text.split(separator: "\n", omittingEmptySubsequences: false)
          .map(Array.init)
        let isTight = (1..<rows - 1).contains { row in
          let line = grid[row]
          guard line.count > 3 else { return false }
          return "│┃╭╰├".contains(line[0]) && "│╭╰".contains(line[1])
        }
        #expect(!isTight, "\(key) at \(columns)×\(rows)\n\(state.frame.text)")
      }
    }
  }
}
