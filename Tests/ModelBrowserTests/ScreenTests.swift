import Foundation
import ModelCatalog
import ModelRegistry
import Support
import Testing

@testable import ModelBrowser

/// Whole screens as text; `Screens/` holds what a person would see.
struct ScreenTests {
  @Test(arguments: [(30, 8), (80, 24), (120, 36), (200, 50)])
  func `the whole catalogue`(columns: Int, rows: Int) throws {
    let state = Fixture.state(columns: columns, rows: rows)
    try Golden.expect(state.frame.text, matches: "all-\(columns)x\(rows)", in: "Screens")
  }
}
