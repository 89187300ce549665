import Foundation
import ModelCatalog
import ModelRegistry
import Testing

@testable import ModelBrowser

/// The inbox by itself, without a screen.
struct InboxPartTests {
  private var inbox = Inbox()
  private var marks = ReadMarks(until: Fixture.now.addingTimeInterval(-10 * 86_400))
  private let now = Fixture.now

  private mutating func gather() {
    inbox.gather(Fixture.longerSnapshot.catalog, marks: marks, now: now)
  }

  @Test mutating func `one model is marked, and a second time there is nothing to mark`() {
    inbox.receive(Fixture.entries)
    gather()
    let count = inbox.ids.count
    let id = inbox.ids[1]
    #expect(inbox.markRead(id, in: &marks, now: now))
    gather()
    #expect(inbox.ids.count == count - 1 && !inbox.ids.contains(id) && inbox.mark(of: id) == nil)
    #expect(!inbox.markRead(id, in: &marks, now: now))
  }

  @Test mutating func `all are marked, and unmarked until the undo expires`() {
    inbox.receive(Fixture.entries)
    gather()
    let before = marks
    #expect(inbox.markAllRead(in: &marks, now: now) == .marked(count: 6))
    #expect(marks != before)
    #expect(inbox.markAllRead(in: &marks, now: now) == .undone)
    #expect(marks == before && inbox.undo == nil)
    _ = inbox.markAllRead(in: &marks, now: now)
    gather()
    inbox.clockWasSetBack(by: 3600)
    #expect(inbox.markAllRead(in: &marks, now: now) == .nothingUnread)
  }

  @Test mutating func `without a catalogue nothing is unread, and the entries are kept`() {
    inbox.receive(Fixture.entries)
    inbox.gather(nil, marks: marks, now: now)
    #expect(inbox.ids.isEmpty && inbox.unread.isEmpty)
    gather()
    #expect(inbox.ids.count == 6)
  }
}
