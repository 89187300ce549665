import Foundation
import ModelCatalog
import Testing

/// Values that no model has are told, with the nearest that one has.
struct UnknownValueTests {
  private let index: SearchIndex = {
    var model = Model(id: "anthropic/claude-x", source: .openRouter, name: "X", author: "anthropic")
    model.inputModalities = [.text, .image]
    model.outputModalities = [.text]
    model.supportedParameters = ["tools"]
    return SearchIndex(Catalog([model]))
  }()

  @Test(
    arguments: [
      ("has:visoin", "vision", 4), ("in:imge", "image", 3),
      ("claude category:cluade", "claude", 16),
      ("author:antropic", "anthropic", 7), ("-has:toosl", "tools", 5),
    ])
  func `a misspelt value is told with the nearest`(text: String, nearest: String, offset: Int) {
    let hint = index.unknownValueHint(for: text)
    #expect(hint?.suggestion == nearest && hint?.offset == offset)
  }

  @Test(arguments: [
    "has:vis", "in:image,text", "author:anthropic", "has:", "claude", "ctx>=1k", "",
  ])
  func `what some model has, or may be typed on, is not doubted`(text: String) {
    #expect(index.unknownValueHint(for: text) == nil)
  }
}
