import ModelCatalog
import Support
import Testing

@testable import ModelText

struct ScatterPlotTests {
  @Test func `a picture of a few models`() {
    let plot = PlotFixture.plot(
      [(0, 30), (10, 20), (20, 55), (1000, 50), (3000, 70), (3000, 40), (90, 45)],
      labels: ["Gift", "Dear", "Bargain", "Middle", "Best", "Worst", "Other"])
    #expect(
      PlotFixture.text(plot, 60, 14) == [
        "coding ↑ against USD a month →          ◆ frontier   ⠶ other",
        "   │                                                        ",
        "   │                                              Best ◆    ",
        "   │                                                   │    ",
        "60 ┤                                                   │    ",
        "   │      Bargain ◆────────────────────────────────────╯    ",
        "   │              │                            ⠛ Middle     ",
        "40 ┤              │          ⠛ Other                   ⣤    ",
        "   │  Gift        │                                         ",
        "   │  ◆───────────╯                                         ",
        "   │                                                        ",
        "20 ┤         ⣤ Dear                                         ",
        "   └──┴──    ┴────┴──────┴────┴────┴──────┴────┴────┴──────┴",
        "    free    $10  $20        $100            $1,000    $5,000",
      ])
  }

  @Test func `the selected point has another mark, and its label another role`() {
    let plot = PlotFixture.plot([(10, 20), (20, 55), (1000, 50)])
    let lines = plot.lines(columns: 60, rows: 14, selected: 2)
    #expect(lines.joined().filter { $0.role == .selectedPoint }.map(\.text) == ["◉"])
    #expect(lines.joined().filter { $0.role == .selectedLabel }.map(\.text) == ["model 2"])
  }

  @Test func `variants have a mark of their own, and none is on the line`() throws {
    let variant = try #require(PlotPoint(x: 5, y: 40, label: "batch", kind: .variant))
    let few = PlotFixture.plot([(10, 20), (20, 55)])
    let plot = ScatterPlot(points: few.points + [variant], x: few.x, y: few.y)
    let text = PlotFixture.text(plot, 60, 14)
    #expect(text[0].hasSuffix("◆ frontier   ◦ variant"))
    #expect(text.dropFirst().joined().count { $0 == "◦" } == 1)
    #expect(plot.frontier == [0, 1])
  }

  @Test func `without points a sentence says what is missing`() {
    let plot = PlotFixture.plot([])
    #expect(
      PlotFixture.text(plot, 80, 24) == [
        "Nothing to plot: no model has both figures, coding and USD a month."
          .padding(to: 80)
      ])
  }

  @Test func `one point is in the middle of axes around it`() {
    let text = PlotFixture.text(PlotFixture.plot([(30, 42)], labels: ["Only"]), 40, 10)
    #expect(
      text == [
        "coding ↑ against $ →          ◆ frontier",
        "   │                                    ",
        "45 ┤                                    ",
        "   │                                    ",
        "   │          Only ◆                    ",
        "   │                                    ",
        "40 ┤                                    ",
        "   │                                    ",
        "   └┴──────────────────────────────────┴",
        "   $20                               $50",
      ])
  }

  @Test func `free models have a column of their own`() {
    let text = PlotFixture.text(PlotFixture.plot([(0, 10), (0, 20), (0, 30)]), 40, 10)
    let marks = text.dropFirst().compactMap { line in
      line.firstIndex { "◆⠛⠶⣤".contains($0) }.map { line.distance(from: line.startIndex, to: $0) }
    }
    #expect(marks == [6, 6, 6])
    #expect(text.last?.dropFirst(4).hasPrefix("free") == true)
  }

  @Test func `equal points share a mark, and those on the frontier are all on it`() {
    let plot = PlotFixture.plot([(5, 50), (5, 50), (5, 50), (80, 20), (80, 20)])
    let text = PlotFixture.text(plot, 60, 12).dropFirst()
    #expect(plot.frontier == [0, 1, 2])
    #expect(text.joined().count { $0 == "◆" } == 1)
    #expect(text.joined().count { "⠛⠶⣤".contains($0) } == 1)
  }

  @Test func `all costs equal are one column on an axis that has them inside`() {
    let text = PlotFixture.text(PlotFixture.plot([(7, 10), (7, 20), (7, 30)]), 40, 10)
    let marks = Set(
      text.dropFirst().compactMap { line in
        line.firstIndex { "◆⠛⠶⣤".contains($0) }.map {
          line.distance(from: line.startIndex, to: $0)
        }
      })
    #expect(marks.count == 1)
    #expect(text.last?.contains("$5 ") == true && text.last?.hasSuffix("$10") == true)
  }

  @Test func `the smallest picture and what is smaller`() {
    let plot = PlotFixture.plot([(1, 10), (10, 40), (100, 90), (50, 5)])
    let smallest = PlotFixture.text(plot, 24, 6)
    #expect(smallest.count == 6)
    #expect(smallest.joined().count { $0 == "◆" } == 3)
    #expect(smallest.last?.hasSuffix("$100") == true)
    #expect(
      PlotFixture.text(plot, 23, 6) == [
        "4 models, 3 on the     ", "frontier.              ",
      ])
    #expect(PlotFixture.text(plot, 40, 5) == ["4 models, 3 on the frontier.            "])
    #expect(PlotFixture.text(plot, 0, 6).isEmpty)
    #expect(PlotFixture.text(plot, 40, 0).isEmpty)
  }

  @Test(arguments: [
    (0.0, Double.nan), (Double.infinity, 1.0), (1.0, -Double.infinity), (1e16, 1.0), (1.0, -1e300),
  ])
  func `figures that no axis has are no point`(x: Double, y: Double) {
    #expect(PlotPoint(x: x, y: y, label: "", kind: .ordinary) == nil)
  }

  @Test(arguments: HostileText.all)
  func `hostile labels stay in their cells`(hostile: HostileText) {
    let label = DisplayText.clean(hostile.text, limit: 300)
    let plot = PlotFixture.plot(
      [(1, 10), (10, 30), (50, 5), (100, 90)], labels: Array(repeating: label, count: 4))
    for columns in [24, 41, 80] {
      for line in PlotFixture.text(plot, columns, 14, selected: 2) {
        #expect(CellWidth.of(line) == columns)
        #expect(ShownText.fault(in: line) == nil)
      }
    }
  }

  @Test func `labels of wide letters take two cells each`() {
    let plot = PlotFixture.plot([(1, 10), (100, 20)], labels: ["通义千问", "e\u{301}clair"])
    let lines = PlotFixture.text(plot, 60, 12)
    #expect(lines.allSatisfy { CellWidth.of($0) == 60 })
    #expect(lines.joined().contains("通义千问"))
    #expect(lines.joined().contains("e\u{301}clair"))
  }
}

extension String {
  fileprivate func padding(to width: Int) -> String {
    self + String(repeating: " ", count: max(0, width - count))
  }
}
