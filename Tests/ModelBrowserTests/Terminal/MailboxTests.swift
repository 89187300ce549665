import Foundation
import Glibc
import Testing

@testable import ModelBrowser

@Suite struct MailboxTests {
  private func isReadable(_ descriptor: Int32) -> Bool {
    var request = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
    return poll(&request, 1, 0) == 1
  }

  @Test func `the descriptor is readable while events wait`() throws {
    let mailbox = try #require(Mailbox<Int>())
    #expect(!isReadable(mailbox.descriptor))
    #expect(mailbox.drain().isEmpty)
    mailbox.post(1)
    mailbox.post(2)
    #expect(isReadable(mailbox.descriptor))
    #expect(mailbox.drain() == [1, 2])
    #expect(!isReadable(mailbox.descriptor))
    mailbox.post(3)
    #expect(isReadable(mailbox.descriptor))
    #expect(mailbox.drain() == [3])
  }

  @Test func `nothing is lost between many posters and the loop`() throws {
    let mailbox = try #require(Mailbox<Int>())
    // Threads of their own: the loop blocks, and tasks might all wait for its thread.
    for poster in 0..<4 {
      Thread.detachNewThread {
        for event in 0..<500 { mailbox.post(poster * 1000 + event) }
      }
    }
    var seen: [Int] = []
    while seen.count < 2000 {
      var request = pollfd(fd: mailbox.descriptor, events: Int16(POLLIN), revents: 0)
      guard poll(&request, 1, 10_000) == 1 else { break }
      seen += mailbox.drain()
    }
    #expect(seen.count == 2000)
    #expect(Set(seen).count == 2000)
    for poster in 0..<4 {
      let ours = seen.filter { $0 / 1000 == poster }
      #expect(ours == ours.sorted())
    }
  }
}
