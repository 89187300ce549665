import Foundation
import Testing

@testable import ModelBrowser

struct KeyTableTests {
  private static let bindings = KeyTable.standard.groups.flatMap(\.bindings)

  @Test func `no key means two actions where it is pressed`() {
    #expect(KeyTable.conflicts(in: KeyTable.standard.groups).isEmpty)
  }

  @Test func `a conflict is found in the mode in which it is`() {
    var groups = KeyTable.standard.groups
    groups[0].bindings[0].keys = ["q", .control("w")]
    // In the panes both quit and search would be q; Ctrl-w is free there.
    #expect(
      KeyTable.conflicts(in: groups) == [.init(key: "q", names: ["search", "quit"])])
  }

  @Test func `every action has one row in a mode, with a name, keys and a text`() {
    for mode in KeyMode.allCases {
      let actions = KeyTable.standard.groups.filter { $0.modes.contains(mode) }
        .flatMap(\.bindings).map(\.action)
      #expect(Set(actions).count == actions.count, "\(mode)")
    }
    #expect(Set(Self.bindings.map(\.name)).count == Self.bindings.count)
    for binding in Self.bindings {
      #expect(!binding.help.isEmpty && !binding.keys.isEmpty)
      #expect(binding.name.wholeMatch(of: /[a-z]+(-[a-z]+)*/) != nil, "\(binding.name)")
    }
  }

  @Test func `every key of the table does its action in every mode of its group`() {
    for group in KeyTable.standard.groups {
      for (mode, binding) in group.modes.flatMap({ mode in group.bindings.map { (mode, $0) } }) {
        for key in binding.keys {
          #expect(KeyTable.standard.action(for: key, in: mode) == binding.action, "\(key.name)")
        }
      }
    }
  }

  @Test func `names of keys are read as they are shown`() {
    for key in Self.bindings.flatMap(\.keys) {
      #expect(Key(name: key.name) == key, "\(key.name)")
    }
  }

  @Test(
    arguments: [
      ("R", Key.character("R")), ("é", "é"), ("-", "-"), ("ctrl-D", .control("d")),
      ("C-d", .control("d")), ("alt-B", .alt("B")), ("f12", .function(12)), ("f", "f"),
      ("space", " "), ("PageDown", .pageDown), ("up", .up), ("Shift-Tab", .backTab),
    ])
  func `keys are read in the ways that people write them`(name: String, key: Key) {
    #expect(Key(name: name) == key)
  }

  @Test(arguments: ["", " ", "ab", "Ctrl-", "Ctrl-h", "Ctrl-m", "Ctrl-[", "F0", "F21", "Hyper-x"])
  func `what no terminal sends is no key`(name: String) {
    #expect(Key(name: name) == nil)
  }

  @Test func `the page about keys has the table of keys, word for word`() throws {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let page = "Sources/ModelBrowser/ModelBrowser.docc/KeyReference.md"
    let text = try String(contentsOf: root.appending(path: page), encoding: .utf8)
    let rows = KeyTable.standard.groups.flatMap { group in
      ["| **\(group.title)** | | |"]
        + group.bindings.map { "| `\($0.label)` | `\($0.name)` | \($0.help) |" }
    }
    let table = (["| keys | action | does |", "| --- | --- | --- |"] + rows)
      .joined(separator: "\n")
    #expect(text.contains(table + "\n\n"), "\(page) needs this table of keys:\n\(table)")
  }
}
