import Foundation
import ModelRegistry
import Support
import Testing

@testable import ModelBrowser

struct PersonalStateTests {
  private let directory = FileManager.default.temporaryDirectory
    .appending(path: "modeldex-state-\(UUID().uuidString)")

  @Test func `what a person chose is there in the next run, for their eyes alone`() throws {
    let store = PersonalStore(directory: directory)
    defer { try? FileManager.default.removeItem(at: directory) }
    var state = PersonalState()
    state.favorites = ["b/b", "a/a"]
    state.showsOpenRouter = false
    state.sort = "-ctx"
    state.grouping = .ability
    state.usesMouse = false
    state.remember(" claude  ")
    try store.save(state, changedSince: PersonalState())
    #expect(store.load() == state)
    #expect(state.pastQueries == ["claude"])
    let attributes = try FileManager.default.attributesOfItem(atPath: store.file.path)
    #expect(attributes[.posixPermissions] as? Int == 0o600)
    let folder = try FileManager.default.attributesOfItem(atPath: directory.path)
    #expect(folder[.posixPermissions] as? Int == 0o700)
    #expect(try FileManager.default.contentsOfDirectory(atPath: directory.path) == ["state.json"])
  }

  @Test func `random bits turned in the file end in choices or defaults`() throws {
    let store = PersonalStore(directory: directory)
    defer { try? FileManager.default.removeItem(at: directory) }
    var state = PersonalState()
    state.favorites = ["a/a"]
    state.remember("claude ctx>=200k")
    state.read.mark("a/a", through: Date(timeIntervalSince1970: 1_790_000_000))
    try store.save(state, changedSince: PersonalState())
    let whole = try Data(contentsOf: store.file)
    var random = SeededRandom(seed: 12)
    for _ in 0..<60 {
      var bytes = whole
      for _ in 0..<Int.random(in: 1...4, using: &random) {
        bytes[Int.random(in: 0..<bytes.count, using: &random)] ^=
          1 << UInt8.random(in: 0..<8, using: &random)
      }
      try bytes.write(to: store.file)
      let kept = store.load()
      var screen = Fixture.state(personal: kept)
      screen.type("jc")
      #expect(kept.favorites.count <= 1 && kept.pastQueries.count <= 1)
    }
  }

  @Test func `two browsers keep what is chosen in either`() throws {
    let store = PersonalStore(directory: directory)
    defer { try? FileManager.default.removeItem(at: directory) }
    var first = PersonalState()
    first.favorites = ["a/a", "b/b"]
    first.remember("old")
    try store.save(first, changedSince: PersonalState())
    let (before, now) = (first, Date(timeIntervalSince1970: 1_790_000_000))
    var second = first

    first.favorites = ["b/b", "c/c"]
    first.remember("one")
    first.sort = "-ctx"
    first.read.mark("a/a", through: now)
    try store.save(first, changedSince: before)
    second.favorites.insert("d/d")
    second.remember("two")
    second.grouping = .ability
    second.read.mark("b/b", through: now)
    try store.save(second, changedSince: before)

    let kept = store.load()
    #expect(kept.favorites == ["b/b", "c/c", "d/d"])
    #expect(kept.pastQueries == ["two", "one", "old"])
    #expect(kept.sort == "-ctx")
    #expect(kept.grouping == .ability)
    #expect(kept.read.models == ["a/a": now, "b/b": now])
    // What is saved without a change of one's own takes nothing back.
    try store.save(second, changedSince: second)
    #expect(store.load() == kept)
  }

  @Test func `what was marked and taken back is unread in the next run`() throws {
    let store = PersonalStore(directory: directory)
    defer { try? FileManager.default.removeItem(at: directory) }
    var state = PersonalState()
    // The file has dates to the millisecond.
    let now = Date(timeIntervalSince1970: 1_790_000_000.123_456_7)
    state.read = ReadMarks(until: now.addingTimeInterval(-7000.000_4))
    try store.save(state, changedSince: PersonalState())
    let before = state
    state.read.markAll(through: now)
    try store.save(state, changedSince: before)
    try store.save(before, changedSince: state)
    #expect(store.load().read == before.read)
    #expect(store.load().read != state.read)
  }

  @Test func `a link in place of the file is replaced, and what it points to is left alone`() throws
  {
    let store = PersonalStore(directory: directory)
    defer { try? FileManager.default.removeItem(at: directory) }
    try FileManager.default.createDirectory(at: directory, withIntermediateDirectories: true)
    let stranger = directory.appending(path: "stranger")
    try Data("theirs".utf8).write(to: stranger)
    try FileManager.default.createSymbolicLink(at: store.file, withDestinationURL: stranger)
    try store.save(PersonalState(), changedSince: PersonalState())
    #expect(try Data(contentsOf: stranger) == Data("theirs".utf8))
    let attributes = try FileManager.default.attributesOfItem(atPath: store.file.path)
    #expect(attributes[.type] as? FileAttributeType == .typeRegular)
  }

  @Test(arguments: ["", "nonsense", "[]", #"{"favorites":"all","sort":7}"#, #"{"grouping":"x"}"#])
  func `an unreadable file means defaults, never an error`(text: String) throws {
    let store = PersonalStore(directory: directory)
    defer { try? FileManager.default.removeItem(at: directory) }
    try FileManager.default.createDirectory(at: directory, withIntermediateDirectories: true)
    try Data(text.utf8).write(to: store.file)
    var expected = PersonalState()
    // Who has a file is not new.
    if text.hasPrefix("{") { expected.firstSteps = [] }
    #expect(store.load() == expected)
    let aside = try? String(contentsOfFile: store.file.path + ".unreadable", encoding: .utf8)
    #expect(aside == text || text.hasPrefix("{"), "what cannot be read is kept aside")
  }

  @Test func `one unreadable fact does not lose the others`() throws {
    let text = #"{"favorites":["a/a"],"sort":3,"future":true}"#
    let state = try JSONDecoder().decode(PersonalState.self, from: Data(text.utf8))
    #expect(state.favorites == ["a/a"] && state.sort == "relevance")
  }

  @Test(
    arguments: [
      (["XDG_STATE_HOME": "/s", "HOME": "/h"], "/s/modeldex"),
      (["XDG_STATE_HOME": "relative", "HOME": "/h"], "/h/.local/state/modeldex"),
      (["XDG_STATE_HOME": "~/s", "HOME": "/h"], "/h/s/modeldex"),
      (["HOME": "/h"], "/h/.local/state/modeldex"),
    ])
  func `state is kept where XDG says`(environment: [String: String], path: String) {
    #expect(BrowserStateFile.directory(environment: environment) == path)
  }

  /// Links as `ln -s` makes them: their text, and the file that they lead to.
  @Test(arguments: [
    ["state.json": "DIR/dotfiles/state.json"], ["state.json": "../dotfiles/state.json"],
    ["state.json": "second.json", "second.json": "../dotfiles/state.json"],
  ])
  func `a state file that is a link is written where the link leads`(
    links: [String: String]
  ) throws {
    let directory = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    defer { try? FileManager.default.removeItem(at: directory) }
    let (kept, dotfiles) = (
      directory.appending(path: "state"), directory.appending(path: "dotfiles")
    )
    for folder in [kept, dotfiles] {
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    }
    try Data("{}".utf8).write(to: dotfiles.appending(path: "state.json"))
    for (name, text) in links {
      try FileManager.default.createSymbolicLink(
        atPath: kept.appending(path: name).path,
        withDestinationPath: text.replacing("DIR", with: directory.path))
    }
    var state = PersonalState()
    state.favorites = ["a/b"]
    try PersonalStore(directory: kept).save(state, changedSince: PersonalState())
    for name in links.keys {
      let type = try FileManager.default.attributesOfItem(
        atPath: kept.appending(path: name).path)[.type]
      #expect(type as? FileAttributeType == .typeSymbolicLink)
    }
    let written = try String(
      contentsOf: dotfiles.appending(path: "state.json"), encoding: .utf8)
    #expect(written.contains("a/b") || written.contains("a\\/b"))
    #expect(PersonalStore(directory: kept).load().favorites == ["a/b"])
  }

  @Test(arguments: ["/dev/null", "/etc/passwd-of-nobody/x", "state.json", "."])
  func `a link that leads to no file of this user is replaced by a file`(target: String) throws {
    let directory = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    defer { try? FileManager.default.removeItem(at: directory) }
    try FileManager.default.createDirectory(at: directory, withIntermediateDirectories: true)
    let file = directory.appending(path: "state.json").path
    try FileManager.default.createSymbolicLink(atPath: file, withDestinationPath: target)
    let target = AtomicFile(following: file)
    do {
      try target.write(Data("{}".utf8), waitsForDisk: false)
    } catch {
      // A link into a directory that does not exist: the reason is said, nothing is replaced.
      #expect(error.reason == "no such file or directory")
    }
    #expect(FileManager.default.fileExists(atPath: "/dev/null"))
  }
}

struct TextFieldTests {
  @Test(
    arguments: [
      ("abc", "<left>X", "abXc"), ("abc", "<home>X<end>Y", "XabcY"),
      ("one two", "<c-w>", "one "), ("one two  ", "<c-w>", "one "), ("one two", "<c-u>", ""),
      ("abc", "<left><left><c-k>", "a"), ("abc", "<left><del>", "ab"), ("abc", "<bs><bs>", "a"),
      ("", "<bs><del><left><right>é", "é"), ("e", "\u{301}", "e\u{301}"),
    ])
  func `readline keys`(text: String, keys: String, expected: String) {
    var state = Fixture.state(query: text)
    state.type("/")
    state.type(keys)
    #expect(state.search.box.text == expected)
  }

  @Test func `control and invisible characters never get in`() {
    var field = TextField("a\u{1B}[31m\u{202E}b\n\tc")
    #expect(field.text == "a[31mb  c")
    field.insert(String(repeating: "x", count: 5000))
    #expect(field.text.count == TextField.limit && field.cursor == TextField.limit)
  }
}
