import Testing

@testable import ModelBrowser

struct ThemeTests {
  /// In Solarized, which many themes follow, these numbers of the palette are the backgrounds and
  /// greys; 7 and 15 are those of light terminals.
  private static let backgrounds: Set<UInt8> = [0, 7, 8, 9, 10, 11, 12, 13, 14, 15]

  @Test func `no style has a colour that is the background in some theme`() {
    #expect(Color.allCases.count == 6)
    for color in Color.allCases { #expect(!Self.backgrounds.contains(color.rawValue)) }
  }

  @Test func `borders, titles, labels and hints are the default colour, dimmed`() {
    for style in [Theme.faint, Theme.border, Theme.columnTitle] {
      #expect(style == Style(nil, .dim))
    }
  }

  @Test(arguments: ["", "?", "/claude", "c", "h"])
  func `every cell of a screen is readable on any background`(keys: String) {
    var state = Fixture.state()
    state.type(keys)
    for cell in state.frame.cells {
      let number = cell.style.foreground?.rawValue
      #expect(number.map { (1...6).contains($0) } ?? true)
    }
  }
}
