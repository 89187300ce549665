import Foundation
import ModelCatalog
import Testing

@testable import ModelRegistry

/// When a status says that upstream is asked next.
struct NextRefreshTests {
  private static let now = Date(timeIntervalSince1970: 1_790_000_000)

  /// Seconds from now, of what there is.
  struct Facts: Sendable {
    var planned: Double?
    var noted: Double?
    var notedAt = -10.0
    var fetched: Double?
    var isOffline = false
  }

  @Test(arguments: [
    (Facts(), nil), (Facts(planned: 5, noted: 60, fetched: -60), 5),
    (Facts(planned: -5, noted: 60, fetched: -60), 60), (Facts(noted: 60), 60),
    (Facts(noted: -1, fetched: -600), 3000), (Facts(noted: -1, fetched: -3600), nil),
    (Facts(noted: 60, notedAt: 1, fetched: -600), 3000),
    (Facts(fetched: -600), 3000), (Facts(noted: 60, fetched: -600, isOffline: true), nil),
  ])
  func `the next refresh is the first thing known to come`(facts: Facts, seconds: Double?) {
    let now = Self.now
    var snapshot = Snapshot(catalog: .empty, published: now)
    snapshot.isOffline = facts.isOffline
    snapshot.nextRefresh = facts.planned.map { now + $0 }
    snapshot.received = facts.fetched.map { now + $0 }
    let noted = facts.noted.map {
      FailureNote(summary: "It failed", date: now + facts.notedAt, nextRefresh: now + $0)
    }
    let next = snapshot.nextRefresh(interval: .seconds(3600), noted: noted, now: now)
    #expect(next == seconds.map { now + $0 })
  }
}
