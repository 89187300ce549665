import Foundation
import ModelCatalog
import Testing

/// Values that no model has are reported, with the nearest existing one.
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
  func `a misspelt value has a suggestion`(text: String, nearest: String, offset: Int) {
    let hint = index.unknownValueHint(for: text)
    #expect(hint?.suggestion == nearest && hint?.offset == offset)
  }

  @Test(arguments: [
    "has:vis", "in:image,text", "author:anthropic", "has:", "claude", "ctx>=1k", "",
  ])
  func `an existing value or a prefix of one is not reported`(text: String) {
    #expect(index.unknownValueHint(for: text) == nil)
  }
}
