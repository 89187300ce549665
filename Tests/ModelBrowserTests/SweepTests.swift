import ModelCatalog
import ModelRegistry
import Testing

@testable import ModelBrowser

/// Every size of the screen, from one cell up.
///
/// One after another: all at once they would keep others waiting beyond their time limits.
@Suite(.serialized)
struct SweepTests {
  static let sizes: [(Int, Int)] = {
    var sizes: [(Int, Int)] = []
    for columns in Array(1...140) + [160, 200, 500] {
      for rows in Array(1...40) + [50, 200] where (columns + rows) % 3 == 0 || rows < 16 {
        sizes.append((columns, rows))
      }
    }
    return sizes
  }()

  @Test func `no two panes share a cell, and all lie inside the border`() {
    for (columns, rows) in Self.sizes {
      for isLarge in [false, true] {
        let layout = Layout(size: Size(columns: columns, rows: rows), isDetailLarge: isLarge)
        guard !layout.isTooSmall else { continue }
        var panes = [layout.search, layout.listTitle]
        if !layout.isDetailLarge { panes += [layout.columnTitles, layout.listRows] }
        panes += [layout.sidebarItems, layout.detail].compactMap { $0 }
        let inside = Rect(
          row: layout.border.row + 1, column: 1, rows: layout.border.rows - 2,
          columns: layout.border.columns - 2)
        for (index, pane) in panes.enumerated() {
          #expect(!pane.isEmpty, "\(columns)×\(rows)")
          #expect(pane.intersection(inside) == pane, "\(columns)×\(rows)")
          for other in panes[(index + 1)...] {
            #expect(pane.intersection(other).isEmpty, "\(columns)×\(rows)")
          }
        }
      }
    }
  }

  @Test func `the selected model is visible at every size and place of the list`() {
    var state = Fixture.state()
    for (columns, rows) in Self.sizes {
      _ = state.update(.resized(Size(columns: columns, rows: rows)))
      for key in ["G", "g", "j", "<pgdn>"] {
        state.type(key)
        guard !state.layout.isTooSmall, let row = state.selectedRow else { continue }
        let visible =
          state.navigation.listTop..<state.navigation.listTop + state.layout.listRows.rows
        #expect(visible.contains(row), "\(columns)×\(rows) after \(key)")
      }
    }
  }

  @Test func `every column of the list ends before the border`() {
    for width in 10...220 {
      let columns = ListColumns(width: width, hasCosts: width % 2 == 0, hasScores: width % 3 == 0)
      for (slot, next) in zip(columns.slots, columns.slots.dropFirst()) {
        #expect(slot.offset + slot.width <= next.offset)
      }
      if let last = columns.slots.last { #expect(last.offset + last.width <= width) }
    }
  }

  @Test func `equal states draw equal frames, whatever led to them`() {
    for (columns, rows) in Self.sizes.prefix(400) {
      var travelled = Fixture.state()
      travelled.type("jjG<enter>jj<esc>/claude<c-u><esc>")
      _ = travelled.update(.resized(Size(columns: columns, rows: rows)))
      travelled.type("g")
      var direct = Fixture.state(columns: columns, rows: rows)
      direct.navigation = travelled.navigation
      direct.layOut()
      #expect(direct == travelled, "\(columns)×\(rows)")
      #expect(direct.frame == travelled.frame, "\(columns)×\(rows)")
    }
  }
}
