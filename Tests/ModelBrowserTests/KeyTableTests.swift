import Foundation
import Testing

@testable import ModelBrowser

struct KeyTableTests {
  @Test func `the README has the table of keys, word for word`() throws {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let text = try String(contentsOf: root.appending(path: "README.md"), encoding: .utf8)
    let table = KeyMap.groups.flatMap(\.bindings).map { "| `\($0.label)` | \($0.help) |" }
    #expect(text.contains(table.joined(separator: "\n")))
  }
}
