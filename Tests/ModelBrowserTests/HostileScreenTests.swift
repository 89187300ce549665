import ModelCatalog
import Support
import Testing

@testable import ModelBrowser
@testable import ModelRegistry

/// The browser with hostile text wherever a stranger or a clipboard can put it.
///
/// One after another: all at once they would keep others waiting beyond their time limits.
@Suite(.serialized)
struct HostileScreenTests {
  static let sizes = [(80, 24), (120, 36)]

  /// Upstream's list of these models and no other, which have just come.
  private func snapshot(_ hostile: HostileText) throws -> Snapshot {
    let listing = try OpenRouterPayload.listing(from: hostile.body)
    var snapshot = Fixture.snapshot
    snapshot.catalog = Catalog(Fixture.models + listing.models)
    snapshot.omissions.unreadableRows = listing.skipped.count
    let changes = CatalogChanges(from: Fixture.snapshot.catalog, to: snapshot.catalog)
    snapshot.lastChange = Snapshot.Change(changes: changes, date: Fixture.now)
    return snapshot
  }

  private func expectSound(
    _ state: State, _ step: String, at location: SourceLocation = #_sourceLocation
  ) {
    let fault = fault(in: state.frame, state.layout)
    #expect(fault == nil, "\(step): \(fault ?? "")", sourceLocation: location)
  }

  /// Every cell has to show one letter of its own width, and the panes' borders have to stand where
  /// they stand without hostile text.
  private func fault(in frame: Frame, _ layout: Layout) -> String? {
    for row in 0..<frame.size.rows {
      var column = 0
      while column < frame.size.columns {
        let cell = frame[Point(row: row, column: column)]
        let isPlain = (0x20...0x7E).contains(cell.letter.value) && cell.width == 1
        if !isPlain || cell.marks != SIMD4() {
          if let fault = ShownText.fault(in: cell.text) { return "\(fault) in row \(row)" }
          if CellWidth.of(cell.text) != Int(cell.width) { return "a wrong width in row \(row)" }
        }
        column += max(1, Int(cell.width))
      }
      if column != frame.size.columns { return "row \(row) ends at \(column)" }
    }
    for row in layout.border.row..<layout.border.row + layout.border.rows {
      for column in [0, layout.listTitle.column - 1, frame.size.columns - 1] {
        let text = frame[Point(row: row, column: column)].text
        // The scroll bar and the mark of a choice stand on the border.
        if !"│┃▌├┤┬┴╭╮╰╯".contains(text) { return "\(text) on the border in row \(row)" }
      }
    }
    return nil
  }

  @Test(arguments: HostileText.all)
  func `a hostile list is drawn inside its borders`(hostile: HostileText) throws {
    let snapshot = try snapshot(hostile)
    for (columns, rows) in Self.sizes {
      var state = Fixture.state(columns: columns, rows: rows)
      _ = state.update(.snapshotArrived(snapshot))
      expectSound(state, "the news")
      state.type("/\(HostileText.harmlessID)")
      expectSound(state, "found")
      state.type("<enter><enter>")
      expectSound(state, "its detail")
      state.type("G")
      expectSound(state, "the end of its detail")
      state.type("<esc><esc>hcG")
      expectSound(state, "by author")
      state.type("j<enter>")
      expectSound(state, "one author's")
      state.type("/<c-u>author:<tab><s-tab>")
      expectSound(state, "completed authors")
      state.type("<c-u>has:<s-tab>")
      expectSound(state, "completed abilities")
    }
  }

  @Test(arguments: HostileText.all)
  func `upstream's hostile words about a failure are one harmless line`(
    hostile: HostileText
  ) {
    let error = ProviderError.rejected(
      status: 503, message: ErrorBody.message(hostile.errorBody, without: nil), retryAfter: nil)
    var failed = Fixture.snapshot
    failed.failure = Snapshot.Failure(error: error, date: Fixture.now, attempts: 1)
    for (columns, rows) in Self.sizes {
      var state = Fixture.state(columns: columns, rows: rows)
      _ = state.update(.snapshotArrived(failed))
      expectSound(state, "a failure")
      state.type("r")
      _ = state.update(.refreshEnded(.failure(error)))
      expectSound(state, "an answer to r")
    }
  }

  @Test(arguments: HostileText.all)
  func `a hostile clipboard is drawn inside the search box`(hostile: HostileText) {
    for (columns, rows) in Self.sizes {
      for before in ["", "é pricee<"] {
        var decoder = KeyDecoder()
        let sent = "/\(before)\u{1B}[200~\(hostile.text)\u{1B}[201~"
        var state = Fixture.state(columns: columns, rows: rows)
        for input in decoder.feed(Array(sent.utf8)) + decoder.flush() {
          _ = state.update(.input(input))
        }
        expectSound(state, "pasted after \(before.debugDescription)")
        state.type("<left><left>x<enter>")
        expectSound(state, "edited after \(before.debugDescription)")
      }
    }
  }

  @Test(arguments: HostileText.all)
  func `an author of the sidebar counts its models`(hostile: HostileText) throws {
    var state = Fixture.state(snapshot: try snapshot(hostile))
    state.type("c")
    for item in state.search.sidebar where item.term?.hasPrefix("author:") == true {
      let found = state.search.index.search(
        try Query.parse(item.term ?? ""), in: state.scope.context)
      #expect(found.matches.count == item.count, "\(item.term ?? "")")
    }
  }
}
