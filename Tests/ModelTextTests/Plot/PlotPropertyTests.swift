import ModelCatalog
import Support
import Testing

@testable import ModelText

struct PlotPropertyTests {
  /// Plots of random figures in areas of random sizes.
  private static func plots(_ count: Int, seed: UInt64) -> [(ScatterPlot, Int, Int)] {
    var random = SeededRandom(seed: seed)
    return (0..<count).map { _ in
      let figures = PlotFixture.random(Int.random(in: 1...60, using: &random), &random)
      return (
        PlotFixture.plot(figures), Int.random(in: 24...140, using: &random),
        Int.random(in: 6...50, using: &random)
      )
    }
  }

  @Test func `every row has exactly the cells of the area, in UTF-8 and in ASCII`() {
    var random = SeededRandom(seed: 3)
    for columns in 0...90 {
      for rows in [0, 1, 3, 5, 6, 7, 12, 30] {
        let count = Int.random(in: 0...30, using: &random)
        let text = PlotFixture.text(
          PlotFixture.plot(PlotFixture.random(count, &random)), columns, rows)
        #expect(text.count <= rows)
        #expect(text.allSatisfy { CellWidth.of($0) == columns }, "\(columns) × \(rows)")
        #expect(text.allSatisfy { ASCIIFallback.text(for: $0).utf8.count == columns })
      }
    }
  }

  @Test func `every point has a cell between the axes`() {
    for (plot, columns, rows) in Self.plots(12, seed: 5) {
      for index in plot.points.indices {
        let text = PlotFixture.text(plot, columns, rows, selected: index)
        #expect(text.joined().count { $0 == "◉" } == 1)
        let row = text.firstIndex { $0.contains("◉") } ?? 0
        #expect((1..<rows - 2).contains(row))
        let line = Array(text[row])
        let axis = line.firstIndex { "│┤".contains($0) } ?? columns
        #expect(axis < line.firstIndex(of: "◉") ?? 0)
      }
    }
  }

  @Test func `a label is whole, and covers neither a point, nor the line, nor a label`() {
    for (plot, columns, rows) in Self.plots(60, seed: 7) {
      let bare = ScatterPlot(
        points: plot.points.compactMap {
          PlotPoint(x: $0.x, y: $0.y, label: "", kind: $0.kind)
        }, x: plot.x, y: plot.y)
      let labels = Set(plot.points.map(\.label))
      let pieces = plot.lines(columns: columns, rows: rows)
      for piece in pieces.joined() where piece.role.isLabel {
        #expect(labels.contains(piece.text), "“\(piece.text)” is not one label")
      }
      for (labelled, plain) in zip(
        PlotFixture.text(plot, columns, rows), PlotFixture.text(bare, columns, rows))
      {
        let changed = zip(labelled, plain).filter { $0 != $1 }
        #expect(changed.allSatisfy { $1 == " " })
      }
    }
  }

  @Test func `the line goes through all points of the frontier in order`() {
    for (plot, columns, rows) in Self.plots(60, seed: 11) {
      let only = ScatterPlot(
        points: plot.points.filter { $0.kind == .frontier }, x: plot.x, y: plot.y)
      let grid = PlotFixture.text(only, columns, rows).map(Array.init)
      let marks = (1..<rows - 2).flatMap { row in
        grid[row].indices.filter { grid[row][$0] == "◆" }.map { [row, $0] }
      }
      // Rightwards along level lines, else up: never back.
      var place = marks.min { ($0[1], -$0[0]) < ($1[1], -$1[0]) } ?? []
      var passed: [[Int]] = []
      while true {
        let (row, column) = (place[0], place[1])
        if grid[row][column] == "◆" { passed.append(place) }
        if column + 1 < columns, "─◆╯".contains(grid[row][column + 1]), grid[row][column] != "╯",
          grid[row][column] != "│"
        {
          place = [row, column + 1]
        } else if row > 1, "│◆".contains(grid[row - 1][column]) {
          place = [row - 1, column]
        } else {
          break
        }
      }
      #expect(passed.count == marks.count, "\(columns) × \(rows)")
      #expect(Set(passed) == Set(marks))
    }
  }

  @Test func `the nearest point of a cell is the one that is drawn there`() {
    for (plot, columns, rows) in Self.plots(12, seed: 13) {
      for index in plot.points.indices {
        let grid = PlotFixture.text(plot, columns, rows, selected: index).map(Array.init)
        guard let row = grid.firstIndex(where: { $0.contains("◉") }),
          let column = grid[row].firstIndex(of: "◉"),
          let nearest = plot.nearest(toRow: row, column: column, columns: columns, rows: rows)
        else {
          Issue.record("point \(index) is not found")
          continue
        }
        // Another point may share the cell.
        let other = PlotFixture.text(plot, columns, rows, selected: nearest)
        #expect(Array(other[row])[column] == "◉")
      }
    }
  }
}
