import Foundation
import ModelCatalog
import ModelText
import Support
import Testing

/// The feed's XML as an XML parser reads it, and by feedparser.
struct AtomFeedTests {
  private static func date(_ text: String) throws -> Date { try Moment.parse(text) }

  private static func changed(_ old: Decimal, _ new: Decimal) throws -> HistoryEntry.Kind {
    func priced(_ amount: Decimal) -> Model {
      var model = Model(id: "a/m", source: .openRouter, name: "M", author: "a")
      model.pricing = Pricing([.input: .fixed(amount.movingPoint(by: -6))])
      return model
    }
    return .changed(try #require(ModelChange(from: priced(old), to: priced(new))).fields)
  }

  private static func entries() throws -> [HistoryEntry] {
    func entry(_ date: String, _ id: String, _ kind: HistoryEntry.Kind) throws -> HistoryEntry {
      HistoryEntry(date: try Self.date(date), id: id, name: "Name <\(id)> & \"Co\"", kind: kind)
    }
    return [
      try entry("2026-08-02T10:00:00Z", "a/m", changed(3, 2)),
      try entry("2026-08-02T08:00:00Z", "a/m", changed(4, 3)),
      try entry("2026-08-02T08:00:00Z", "b/x y:free", .added),
      try entry("2026-08-01T23:59:59Z", "a/m", .added),
    ]
  }

  private func feed(_ entries: [HistoryEntry], address: String? = nil) throws -> String {
    String(
      decoding: AtomFeed(entries, updated: try Self.date("2026-07-01T00:00:00Z"), address: address)
        .xml, as: UTF8.self)
  }

  private func parts(_ xml: String, between start: String, and end: String) -> [String] {
    xml.components(separatedBy: start).dropFirst().map {
      String($0.components(separatedBy: end)[0])
    }
  }

  @Test func `an entry is a model and a day, the newest first`() throws {
    let xml = try feed(Self.entries())
    #expect(
      parts(xml, between: "<id>", and: "</id>") == [
        "https://openrouter.ai/models#changes", "https://openrouter.ai/a/m#2026-08-02",
        "https://openrouter.ai/b/x%20y:free#2026-08-02", "https://openrouter.ai/a/m#2026-08-01",
      ])
    #expect(
      parts(xml, between: "<updated>", and: "</updated>") == [
        "2026-08-02T10:00:00Z", "2026-08-02T10:00:00Z", "2026-08-02T08:00:00Z",
        "2026-08-01T23:59:59Z",
      ])
    let titles = parts(xml, between: "<title>", and: "</title>")
    #expect(
      titles[1] == "Name &lt;a/m&gt; &amp; &quot;Co&quot;: in 3.00 → 2.00 $/M ▼ −33%; "
        + "in 4.00 → 3.00 $/M ▼ −25%")
    #expect(titles[2].hasSuffix(": listed"))
  }

  @Test func `the same changes give the same bytes, in whatever order`() throws {
    let entries = try Self.entries()
    #expect(try feed(entries) == feed(entries.reversed()))
    // A new change of the same day keeps the entry's id.
    let fewer = try feed(Array(entries.dropFirst()))
    #expect(fewer.contains("<id>https://openrouter.ai/a/m#2026-08-02</id>"))
  }

  @Test func `nothing that happened is a feed without entries`() throws {
    let xml = try feed([])
    #expect(!xml.contains("<entry>") && xml.contains("<updated>2026-07-01T00:00:00Z</updated>"))
    let noise = HistoryEntry(
      date: Date(), id: "a/m", name: "M",
      kind: .scheduledPrice(ScheduledPrice(since: Date(), count: 1, input: nil, output: nil)))
    #expect(try feed([noise]) == xml)
  }

  @Test(.enabled(if: Tool.isThere("python3"), "there is no python3"))
  func `hostile names are well-formed XML`() throws {
    let date = try Self.date("2026-08-02T10:00:00Z")
    let entries = HostileText.all.enumerated().map { number, text in
      HistoryEntry(date: date, id: "a/\(number)" + text.text, name: text.text, kind: .added)
    }
    let directory = try TemporaryDirectory()
    let file = directory.url("feed.atom")
    try Data(try feed(entries, address: "/feed?a=1&b=<2>\"").utf8).write(to: file)
    let script = """
      import sys, xml.etree.ElementTree as tree
      feed = tree.parse(sys.argv[1]).getroot()
      entries = feed.findall("{http://www.w3.org/2005/Atom}entry")
      assert len(entries) == \(entries.count), len(entries)
      """
    #expect(Subprocess.succeeds(["python3", "-c", script, file.path]))
  }

  @Test(
    .enabled(if: Tool.hasPython(with: "feedparser"), "there is no python3 with feedparser"))
  func `feedparser reads it without complaint`() throws {
    let directory = try TemporaryDirectory()
    let file = directory.url("feed.atom")
    try Data(try feed(Self.entries(), address: "/api/models/changes.atom").utf8).write(to: file)
    let script = """
      import feedparser, sys
      feed = feedparser.parse(sys.argv[1])
      assert not feed.bozo, feed.bozo_exception
      assert feed.version == "atom10", feed.version
      assert feed.feed.title and feed.feed.id and feed.feed.updated_parsed and feed.feed.author
      ids = [entry.id for entry in feed.entries]
      assert len(ids) == len(set(ids)) == 3, ids
      assert all(e.title and e.link and e.updated_parsed and e.content[0].value for e in feed.entries)
      assert "Name <a/m> & \\"Co\\"" in feed.entries[0].title, feed.entries[0].title
      """
    #expect(Subprocess.succeeds(["python3", "-c", script, file.path]))
  }
}
