import ModelCatalog
import ModelRegistry
import Support
import Testing

@testable import ModelBrowser

/// What is drawn at sizes from 1×1 to 220×70, with wide letters wherever text can stand.
///
/// One after another: all at once they would keep others waiting beyond their time limits.
@Suite(.serialized)
struct FrameSweepTests {
  /// Widths and heights in steps, and where the layout changes.
  private static let sizes: [Size] = {
    var sizes: [Size] = []
    for columns in stride(from: 1, through: 220, by: 6) {
      sizes.append(Size(columns: columns, rows: columns * 7 % 70 + 1))
    }
    for columns in [29, 30, 69, 70, 99, 100, 129, 130, 143, 144, 220] {
      for rows in [7, 8, 14, 15, 70] { sizes.append(Size(columns: columns, rows: rows)) }
    }
    return sizes
  }()

  private static let wideModels: [Model] = (0..<40).map { index in
    let name = String(repeating: "x", count: index % 5) + String(repeating: "漢字", count: 30)
    return Fixture.model("作者\(index % 3)/模型-\(index)", name) {
      $0.description = "界" + String(repeating: "世界 ", count: 80)
    }
  }

  /// After keys, at a size that has every pane.
  private static func state(after keys: String) -> State {
    var snapshot = Fixture.snapshot
    snapshot.catalog = Catalog(Fixture.models + wideModels)
    var state = Fixture.state(snapshot: snapshot)
    state.type(keys)
    return state
  }

  /// Keys, and what they show.
  private static let scenes = [
    ("G", "the end of the list"), ("hG", "the sidebar"), ("<enter>j", "the detail"),
    ("/漢字x漢字x漢字x漢字x漢字x漢字x漢字", "a long query"), ("/pricee<3 界", "a mistake"),
    ("/ctx>99m", "nothing found"), ("c", "authors"),
  ]

  @Test(arguments: scenes)
  func `letters and borders are whole`(keys: String, scene: String) {
    var state = Self.state(after: keys)
    for size in Self.sizes {
      _ = state.update(.resized(size))
      let frame = state.frame
      #expect(frame.halfLetters.isEmpty, "\(scene) at \(size)")
      guard !state.layout.isTooSmall else { continue }
      let holes = Self.holes(in: frame, state.layout)
      #expect(holes.isEmpty, "\(scene) at \(size)\n\(frame.text)")
    }
  }

  @Test(arguments: [
    ("/author:<tab>", "a choice of words"), ("?", "help"),
    ("?<c-n><pgdn><pgdn><pgdn><pgdn>", "its end"), ("?copy", "filtered"),
  ])
  func `what lies over the panes is whole and inside the border`(keys: String, scene: String) {
    var state = Self.state(after: keys)
    for size in Self.sizes {
      _ = state.update(.resized(size))
      let frame = state.frame
      #expect(frame.halfLetters.isEmpty, "\(scene) at \(size)")
      guard !state.layout.isTooSmall else { continue }
      for row in 1..<size.rows - 1 {
        for column in [0, size.columns - 1] {
          let letter = frame[Point(row: row, column: column)].letter
          #expect(Self.lines.contains(letter), "\(scene) at \(size)\n\(frame.text)")
        }
      }
    }
  }

  @Test func `the picture of value is whole at every size, with wide letters and without points`() {
    var wide = ScoredModels.models
    for index in wide.indices { wide[index].name = "\(index)" + String(repeating: "漢字", count: 20) }
    for models in [wide, Fixture.models] {
      var snapshot = Fixture.snapshot
      snapshot.catalog = Catalog(models)
      var state = Fixture.state(snapshot: snapshot)
      state.type("v")
      for size in Self.sizes {
        _ = state.update(.resized(size))
        #expect(state.frame.halfLetters.isEmpty, "at \(size)")
        guard !state.layout.isTooSmall else { continue }
        #expect(state.frame.text.contains("Scores: Artificial"), "at \(size)")
        #expect(state.frame.text.contains("◉") == (models == wide), "at \(size)")
      }
    }
  }

  @Test func `help leaves what is around it`() {
    var plain = Self.state(after: "")
    for size in Self.sizes {
      _ = plain.update(.resized(size))
      var state = plain
      guard !state.layout.isTooSmall else { continue }
      let before = state.frame
      state.type("?")
      let after = state.frame
      let area = Help.area(in: state)
      for row in 0..<size.rows - 1 {
        for column in 0..<size.columns {
          let point = Point(row: row, column: column)
          guard !area.contains(point), after[point] != before[point] else { continue }
          // The other half of a letter that the help lies on.
          #expect(after[point].letter == " " && before[point].width != 1, "\(point) at \(size)")
        }
      }
    }
  }

  private static let lines = Set("─│╭╮╰╯├┤┬┴┃▌".unicodeScalars)

  /// Cells of the border and of the lines between panes that something else has written over.
  private static func holes(in frame: Frame, _ layout: Layout) -> [Point] {
    let border = layout.border
    // Titles stand in rows of the border, but not where these columns cross them.
    var columns = [(0, border.row), (border.columns - 1, border.row)]
    columns.append((layout.listTitle.column - 1, border.row))
    if layout.isDetailBeside, let detail = layout.detail {
      columns.append((detail.column - 1, detail.row - 1))
    }
    return columns.flatMap { column, top in
      (top..<border.row + border.rows).map { Point(row: $0, column: column) }
        .filter { !lines.contains(frame[$0].letter) }
    }
  }
}
