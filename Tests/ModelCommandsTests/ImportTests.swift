import Foundation
import Support
import Testing

@testable import ModelCommands

struct ImportTests {
  private let program: Program

  init() throws { program = try Program() }

  private static let now = Date(timeIntervalSince1970: 1_800_000_000)

  @Test(arguments: [
    ("openrouter-20260801.json", "2026-08-01T00:00:00Z"),
    ("2026080106.json", "2026-08-01T06:00:00Z"),
    ("models_20260801063005_utc.json.bak", "2026-08-01T06:30:05Z"),
    // The first digits that are a time.
    ("v2-12345678-20260801.json", "2026-08-01T00:00:00Z"),
    ("20260801-20260802.json", "2026-08-01T00:00:00Z"),
    // An invalid day, an invalid time, an invalid form, a future date.
    ("20260230.json", nil), ("2026080124.json", nil), ("20260801060060.json", nil),
    ("202608010630.json", nil), ("2026-08-01.json", nil), ("20990101.json", nil), ("models", nil),
    ("２０２６０８０１.json", nil),
  ])
  func `the date is read from the file's name`(name: String, date: String?) {
    #expect(BodyDate.read(name, now: Self.now)?.formatted(.iso8601) == date)
  }

  @Test func `bodies in any order give the same history`() async throws {
    let files = try PastBodies.write(for: program)
    let outcome = try await program.run("import", files[2], files[0], files[1])
    #expect(outcome.error == "")
    #expect(outcome.status == 0)
    let size = try Regex("[0-9.]+ kB")
    #expect(
      outcome.output.replacing(size, with: "n kB") == """
        3 snapshots imported
        the history has 3 snapshots, 2026-07-01 to 2026-08-21, 12 versions, n kB

        """)
    let other = try Program()
    try await PastBodies.importAll(into: other)
    for command in ["a/one-pro", "a/two", "a/hourly"] {
      let modelHistories = [
        try await program.run("history", command, "--offline"),
        try await other.run("history", command, "--offline"),
      ]
      #expect(modelHistories[0] == modelHistories[1])
      #expect(modelHistories[0].status == 0)
    }
  }

  @Test func `a body that was imported before is reported and not an error`() async throws {
    let files = try PastBodies.write(for: program)
    _ = try await program.run("import", files[0])
    let again = try await program.run("import", files[0])
    #expect(again.error == "modeldex: \(files[0]): imported before\n")
    #expect(
      again.output.hasPrefix(
        "0 snapshots imported, 1 imported before\nthe history has 1 snapshot, "))
    #expect(again.status == 0)
  }

  @Test func `unreadable files are named, and the rest is imported`() async throws {
    let files = try PastBodies.write(for: program)
    let page = try program.write(Data("<html>".utf8), to: "page.json")
    let empty = try program.write(ListingBody.of([String]()), to: "none.json")
    let outcome = try await program.run(
      "import", page, "absent.json", files[0], empty, program.home.path)
    #expect(
      Set(outcome.error.split(separator: "\n")) == [
        "modeldex: \(page): not a model list: it is a web page",
        "modeldex: absent.json: no such file or directory",
        "modeldex: \(empty): it lists no models",
        "modeldex: \(program.home.path): not a regular file",
        "modeldex: 4 files could not be imported",
      ])
    #expect(outcome.output.hasPrefix("1 snapshot imported\n"))
    #expect(outcome.status == 2)
  }

  @Test func `without a date in its name a file has its modification time, or --date`()
    async throws
  {
    let body = try program.write(PastBodies.first, to: "body.json", age: 86400)
    let yesterday = Date(timeIntervalSinceNow: -86400).formatted(.iso8601.year().month().day())
    let own = try await program.run("import", body)
    #expect(own.output.contains(" 1 snapshot, \(yesterday) to \(yesterday), "))
    let given = try await program.run("import", body, "--date", "2026-07-01")
    #expect(given.output.contains(" 2 snapshots, 2026-07-01 to \(yesterday), "))
    #expect(given.status == 0)
  }

  @Test func `a list that has lost most of its models is imported`() async throws {
    let many = try program.write(ListingBody.of(ListingBody.ids(50)), to: "a-20260701.json")
    let few = try program.write(ListingBody.of(["a/one"]), to: "a-20260702.json")
    _ = try await program.run("import", many, few)
    let listed = try await program.run(
      "list", "source:openrouter", "--as-of", "2026-07-02", "--format", "ids")
    #expect(listed.output == "a/one\n")
  }

  @Test(arguments: [
    (["-"], "- is not a file: standard input has no name and no date"),
    (["a", "b", "--date", "2026-08-01"], "--date needs exactly one file, but there are 2"),
    (["a", "--date", "2999-01-01"], "--date: 2999-01-01 is in the future"),
    (
      ["a", "--date", "soon"],
      "--date: “soon” is not a date: write 2026-08-01 or 2026-08-01T12:00:00Z"
    ),
  ])
  func `wrong usage is an error of one line`(arguments: [String], complaint: String) async throws {
    let outcome = try await program.shell(
      "modeldex import " + arguments.joined(separator: " "))
    #expect(outcome == .init(output: "", error: "modeldex: \(complaint)\n", status: 64))
  }

  @Test func `import without a file is an error`() async throws {
    let outcome = try await program.run("import")
    #expect(outcome.error.hasPrefix("modeldex: Missing expected argument '<files> ...'"))
    #expect(outcome.status == 64)
  }

  @Test func `a foreign file with the history's name is left unchanged`() async throws {
    let mine = Data(
      "mine, and long enough to be looked at \(String(repeating: "x", count: 99))".utf8)
    let file = try program.write(mine, to: ".cache/modeldex/history.sqlite")
    let files = try PastBodies.write(for: program)
    let complaint = "\(file) is no history of modeldex: move it away to have one"
    for command in [
      ["import", files[0]], ["diff", "2026-07-01", "2026-08-01"],
      ["list", "--as-of", "2026-07-01"],
    ] {
      let outcome = try await program.shell("modeldex " + command.joined(separator: " "))
      #expect(outcome == .init(output: "", error: "modeldex: \(complaint)\n", status: 2))
    }
    #expect(try Data(contentsOf: URL(filePath: file)) == mine)
  }

  @Test(arguments: [
    // The version in its header, and the page after the first.
    (60, Data([0, 0, 0, 99]), "a newer modeldex has written the history "),
    (4096, Data(repeating: 0x55, count: 4096), "the history "),
  ])
  func `a history of a newer modeldex, or a damaged one, is left unchanged`(
    offset: Int, bytes: Data, complaint: String
  ) async throws {
    let files = try PastBodies.write(for: program)
    _ = try await program.run("import", files[0])
    let file = URL(filePath: program.cacheDirectory + "/history.sqlite")
    var content = try Data(contentsOf: file)
    content.replaceSubrange(offset..<offset + bytes.count, with: bytes)
    try content.write(to: file)
    let outcome = try await program.run("import", files[1])
    #expect(outcome.output == "")
    #expect(outcome.error.hasPrefix("modeldex: \(complaint)"))
    #expect(outcome.error.filter(\.isNewline).count == 1)
    #expect(outcome.status == 2)
    #expect(try Data(contentsOf: file) == content)
  }

  @Test(
    arguments: [
      ("--date 0001-01-01 saved.json", 64, "--date: 0001-01-01 is before 2015"),
      ("--date 2014-12-31T23:59:59Z saved.json", 64, "--date: 2014-12-31T23:59:59Z is before 2015"),
      ("models-00010101.json", 2, "its date 0001-01-01 is before 2015; set the right one"),
      ("old.json", 2, "its date 1970-01-02 is before 2015; set the right one with --date"),
    ] as [(String, Int32, String)])
  func `a date before there were models is a mistake`(
    line: String, status: Int32, complaint: String
  ) async throws {
    for name in ["saved.json", "models-00010101.json", "old.json"] {
      try program.write(ListingBody.of(["a/b"]), to: name)
    }
    let outcome = try await program.shell("touch -d @100000 old.json; modeldex import \(line)")
    #expect(outcome.status == status)
    #expect(outcome.error.contains(complaint))
    #expect(!outcome.output.contains("1 snapshot"))
  }

  @Test(arguments: 1...3)
  func `the size is that of the file that remains`(count: Int) async throws {
    let files = try PastBodies.write(for: program)
    var arguments = ["import"]
    arguments += files.prefix(count)
    let outcome = try await program.run(arguments: arguments)
    let history = program.cacheDirectory + "/history.sqlite"
    let bytes = try FileManager.default.attributesOfItem(atPath: history)[.size] as? Int
    #expect(outcome.output.hasSuffix(", \(((bytes ?? 0) + 500) / 1000) kB\n"))
    #expect(!FileManager.default.fileExists(atPath: history + "-wal"))
  }
}
