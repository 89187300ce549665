import Foundation
import ModelCatalog
import Support
import Testing

@testable import ModelBrowser
@testable import ModelRegistry

/// The picture of the README, `.github/screen.svg`: the browser's own frame with a real list.
struct PictureTests {
  private static let file = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: ".github/screen.svg")
  private static let capture = "openrouter-20260821.json"

  /// The browser after a query, with a workload and with columns that show cost and quality.
  private static func state() throws -> State {
    let listing = try OpenRouterPayload.listing(from: Captures.body(capture))
    var snapshot = Snapshot(
      catalog: Catalog(CoreModels.models + listing.models), published: Fixture.now)
    snapshot.freshness = .live(Fixture.now.addingTimeInterval(-185))
    snapshot.nextRefresh = Fixture.now.addingTimeInterval(3415)
    var personal = PersonalState()
    personal.firstSteps = []
    personal.workload = "in=3000 out=500 calls=50000/day cached=80%"
    personal.columns = ["name", "cost", "coding", "input", "output", "context", "abilities"]
    personal.favorites = ["anthropic/claude-opus-5", "openai/gpt-5.6-luna"]
    var state = State(
      snapshot: snapshot, personal: personal, size: Size(columns: 112, rows: 32),
      now: Fixture.now, query: "has:vision has:tools ctx>=200k sort:coding")
    state.world.isLoaded = true
    state.type("<down><down>")
    return state
  }

  @Test(.enabled(if: Captures.listings.contains(capture), "../shared/captures is not present"))
  func `the picture is what the browser draws`() throws {
    let text = FrameSVG(try Self.state().frame).text + "\n"
    guard let kept = try? String(contentsOf: Self.file, encoding: .utf8) else {
      try Data(text.utf8).write(to: Self.file)
      Issue.record("\(Self.file.path) is made now: look at it and run again")
      return
    }
    #expect(
      kept == text,
      "the screen has changed: delete .github/screen.svg, run this test twice and look at it")
  }

  @Test func `the picture is well-formed, and has the texts of the screen in order`() throws {
    let parser = XMLTexts(try Data(contentsOf: Self.file))
    #expect(parser.isWellFormed)
    let text = parser.texts.joined(separator: " ")
    for words in ["modeldex", "has:vision has:tools", "$/MONTH", "Claude Opus 5", "help"] {
      #expect(text.contains(words), "\(words)")
    }
  }

  @Test(arguments: [
    ("plain", "plain", 5), ("a<b&c", "a<b&c", 5), ("模型", "模", 2), ("★x", "★", 1), ("  x", "x", 1),
  ])
  func `each text has the width of its cells`(drawn: String, first: String, columns: Int) throws {
    var frame = Frame(size: Size(columns: 20, rows: 1))
    frame.put(drawn, at: Point(row: 0, column: 1))
    let parser = XMLTexts(Data(FrameSVG(frame).text.utf8))
    #expect(parser.isWellFormed && parser.texts.first == first)
    let length = try #require(parser.lengths.first)
    #expect(abs(length - 8.4 * Double(columns)) < 0.01)
  }

  @Test func `lines of boxes are drawn, and reversed cells have a background`() {
    var frame = Frame(size: Size(columns: 4, rows: 2))
    frame.put("╭─", at: Point(row: 0, column: 0))
    frame.put("x", at: Point(row: 1, column: 0), style: Style(.yellow, .reverse))
    let text = FrameSVG(frame).text
    // The corner's two halves, the line's two halves: of cells that are 8.4 by 18.
    #expect(text.contains("M16.2 21L20.4 21M16.2 21L16.2 30M24.6 21L20.4 21M24.6 21L28.8 21"))
    #expect(text.contains(##"<rect x="12" y="30" width="8.4" height="18" fill="#f2c572"/>"##))
  }
}
