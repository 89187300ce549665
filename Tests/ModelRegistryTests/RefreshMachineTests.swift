import Foundation
import ModelCatalog
import Testing

@testable import ModelRegistry

/// Events in, actions out: no tasks, no clock, no files.
struct RefreshMachineTests {
  typealias Machine = RefreshMachine

  private static let start = Date(timeIntervalSince1970: 1_790_000_000)
  private static let refused = ProviderError.unreachable("connection refused")

  private static func model(_ id: String) -> Model {
    Model(id: id, source: .openRouter, name: id, author: "a")
  }

  /// A listing with changes if it is `new`.
  private static func listing(
    _ ids: [String] = ["a/b"], at date: Date = start, isNew: Bool = true
  ) -> ReceivedListing {
    let catalog = Catalog(ids.map(model))
    return ReceivedListing(
      ids: Set(ids), catalog: isNew ? catalog : nil,
      changes: isNew ? CatalogChanges(from: .empty, to: catalog) : .none, fetched: date,
      lastChanged: date)
  }

  /// A machine that has read a cache of that age, in seconds, if one is given.
  private static func machine(
    isShared: Bool = true, isOffline: Bool = false, cachedFor age: TimeInterval? = nil
  ) -> Machine {
    var snapshot = Snapshot(catalog: .empty, published: start)
    snapshot.isOffline = isOffline
    var machine = Machine(snapshot: snapshot, interval: .seconds(3600), isShared: isShared)
    if let age {
      let cached = listing(at: start - age)
      _ = machine.receive(.cacheRead(cached, problem: nil, failure: nil), now: start)
    }
    return machine
  }

  // MARK: Planning

  @Test(
    arguments: [
      (nil, Machine.LoopStep.refresh), (1000, .sleep(.seconds(2600))), (3600, .refresh),
      (-61, .refresh), (-60, .sleep(.seconds(3600))),
    ] as [(Double?, Machine.LoopStep)])
  func `the first refresh is due when the cache is stale`(age: Double?, step: Machine.LoopStep) {
    var machine = Self.machine(cachedFor: age)
    #expect(machine.receive(.runStarted, now: Self.start) == [.wake, .publish])
    #expect(machine.loopStep(Self.start) == step)
  }

  @Test func `offline nothing is planned, and it sleeps until what is shown is stale`() {
    var machine = Self.machine(isOffline: true, cachedFor: 1000)
    #expect(machine.receive(.runStarted, now: Self.start) == [.wake])
    #expect(machine.loopStep(Self.start) == .sleep(.seconds(2600)))
    #expect(machine.receive(.slept(.seconds(2600)), now: Self.start + 2600) == [.publish])
    #expect(machine.snapshot.freshness == .stale(Self.start - 1000))
    #expect(machine.loopStep(Self.start + 2600) == .sleep(.seconds(3600)))
    #expect(machine.snapshot.nextRefresh == nil)
  }

  @Test func `sleeping brings the planned refresh nearer until it is due`() {
    var machine = Self.machine(cachedFor: 600)
    _ = machine.receive(.runStarted, now: Self.start)
    #expect(machine.receive(.slept(.seconds(1000)), now: Self.start + 1000) == [])
    #expect(machine.loopStep(Self.start + 1000) == .sleep(.seconds(2000)))
    _ = machine.receive(.slept(.seconds(2000)), now: Self.start + 3000)
    #expect(machine.loopStep(Self.start + 3000) == .refresh)
    #expect(machine.receive(.runEnded, now: Self.start + 3000) == [.wake, .publish])
    #expect(machine.snapshot.nextRefresh == nil)
    #expect(!machine.isRunning)
  }

  @Test(arguments: [(600.0, 2400.0), (3600, 10), (90_000, 10), (-600, 3000), (-90_000, 3000)])
  func `a clock that was set keeps the date of the plan, if that is sooner and to come`(
    jump: Double, wait: Double
  ) {
    var machine = Self.machine(cachedFor: 600)
    _ = machine.receive(.runStarted, now: Self.start)
    let now = Self.start + jump
    #expect(machine.receive(.clockWasSet, now: now).first == .wake)
    #expect(machine.untilRefresh == .seconds(wait))
    #expect(machine.snapshot.nextRefresh == now + wait)
  }

  @Test func `without a plan a clock that was set is news about age alone`() {
    var machine = Self.machine(cachedFor: 600)
    #expect(machine.receive(.clockWasSet, now: Self.start + 60) == [])
    #expect(machine.receive(.clockWasSet, now: Self.start + 9000) == [.publish])
    #expect(machine.snapshot.freshness == .stale(Self.start - 600))
  }

  @Test func `what is published later has no earlier date`() {
    var machine = Self.machine()
    let actions = machine.receive(.historyUnreadable("it is locked"), now: Self.start - 3600)
    #expect(actions == [.publish])
    #expect(machine.snapshot.published == Self.start)
    #expect(machine.receive(.historyUnreadable("it is locked"), now: Self.start + 1) == [])
  }

  // MARK: Fetching

  @Test func `without a shared cache it fetches at once`() {
    var machine = Self.machine(isShared: false)
    let (actions, step) = machine.receive(.refreshRequested(isDue: false), now: Self.start)
    #expect(actions == [.publish])
    #expect(step == .fetch)
    #expect(machine.snapshot.isRefreshing)
    #expect(machine.snapshot.nextRefresh == nil)
  }

  @Test(arguments: [true, false])
  func `a listing is published with the next refresh, which is planned only while running`(
    isRunning: Bool
  ) {
    var machine = Self.machine(isShared: false)
    if isRunning { _ = machine.receive(.runStarted, now: Self.start) }
    _ = machine.receive(.refreshRequested(isDue: true), now: Self.start)
    let listing = Self.listing()
    let (actions, step) = machine.receive(
      .listingSaved(listing, cacheNotice: "the disk is full", historyNotice: nil), now: Self.start)
    #expect(actions == (isRunning ? [.wake, .publish] : [.publish]))
    #expect(step == .end(.success(.changed(listing.changes)), nil))
    #expect(machine.snapshot.catalog.models.map(\.id) == ["a/b"])
    #expect(machine.snapshot.freshness == .live(Self.start))
    #expect(machine.snapshot.lastChange?.date == Self.start)
    #expect(machine.snapshot.cacheNotice == "the disk is full")
    #expect(machine.snapshot.nextRefresh == (isRunning ? Self.start + 3600 : nil))
    #expect(!machine.snapshot.isRefreshing)
    #expect(machine.tally.changed == 1)
  }

  @Test func `an equal listing is news about age alone`() {
    var machine = Self.machine(isShared: false, cachedFor: 600)
    let before = machine.snapshot
    _ = machine.receive(.refreshRequested(isDue: false), now: Self.start)
    var listing = Self.listing(isNew: false)
    listing.lastChanged = before.lastChanged
    let (_, step) = machine.receive(
      .listingSaved(listing, cacheNotice: nil, historyNotice: nil), now: Self.start)
    #expect(step == .end(.success(.unchanged), nil))
    var expected = before
    expected.freshness = .live(Self.start)
    expected.received = Self.start
    #expect(machine.snapshot == expected)
  }

  @Test(arguments: [(0, [0, 0, 0]), (0.5, [1, 2, 4]), (1, [2, 4, 8])] as [(Double, [Double])])
  func `failures in a row wait longer, and are noted with the next try`(
    jitter: Double, waits: [Double]
  ) {
    var machine = Self.machine()
    for (index, wait) in waits.enumerated() {
      _ = machine.receive(.refreshRequested(isDue: false), now: Self.start)
      let (_, step) = machine.receive(
        .fetchFailed(Self.refused, jitter: jitter), now: Self.start)
      let note = FailureNote(
        summary: Self.refused.summary, date: Self.start, nextRefresh: Self.start + wait,
        attempts: index + 1)
      #expect(step == .end(.failure(Self.refused), note))
      #expect(machine.snapshot.failure?.attempts == index + 1)
      #expect(machine.snapshot.nextRefresh == nil)
    }
    #expect(machine.tally.failed == waits.count)
  }

  @Test(arguments: [true, false])
  func `a cancelled refresh is no failure`(isFetching: Bool) {
    var machine = Self.machine(isShared: !isFetching, cachedFor: 60)
    let before = machine.snapshot
    _ = machine.receive(.refreshRequested(isDue: false), now: Self.start)
    let (actions, step) = machine.receive(.refreshCancelled, now: Self.start)
    #expect(actions == [.publish])
    #expect(step == .end(.failure(.unreachable("cancelled")), nil))
    #expect(machine.snapshot == before)
    #expect(machine.tally == RefreshTally())
    #expect(machine.isNews(Self.start, now: Self.start))
  }

  @Test func `a failure between shrunken lists restarts their count`() {
    var machine = Self.machine(isShared: false)
    let known = (0..<10).map { "a/\($0)" }
    _ = machine.receive(
      .listingSaved(Self.listing(known), cacheNotice: nil, historyNotice: nil), now: Self.start)
    func shrunken(_ seen: Int) -> ProviderError {
      .refused(.shrunken(known: 10, kept: 1, seen: seen, needed: 3))
    }
    func rejection(hour: Double) -> ProviderError? {
      machine.rejection(of: ["a/1"], problem: nil, now: Self.start + hour * 3600)
    }
    #expect(rejection(hour: 1) == shrunken(1))
    _ = machine.receive(.fetchFailed(shrunken(1), jitter: 1), now: Self.start + 3600)
    #expect(rejection(hour: 2) == shrunken(2))
    _ = machine.receive(.fetchFailed(Self.refused, jitter: 1), now: Self.start + 7200)
    #expect(rejection(hour: 3) == shrunken(1))
    #expect(rejection(hour: 4) == shrunken(2))
    #expect(rejection(hour: 5) == nil)
  }

  @Test func `a listing of unreadable rows is malformed, an empty one is refused`() {
    var machine = Self.machine()
    #expect(
      machine.rejection(of: [], problem: "it has no id", now: Self.start)
        == .malformed("none of its rows can be read: it has no id"))
    #expect(machine.rejection(of: [], problem: nil, now: Self.start) == .refused(.empty))
    #expect(machine.rejection(of: ["a/b"], problem: "it has no id", now: Self.start) == nil)
  }

  // MARK: Peers

  /// What a peer left, in seconds from the request.
  struct Peer: Sendable {
    var fetched: Double?
    var failed: Double?
    /// When it tries again.
    var retry: Double?
    var isDue = false

    var state: SharedState {
      SharedState(
        fetched: fetched.map { start + $0 },
        failure: failed.map {
          FailureNote(
            summary: "it failed", date: start + $0, nextRefresh: retry.map { start + $0 },
            attempts: 4)
        })
    }
  }

  @Test(arguments: [
    // Nobody has anything newer than what is shown, which is 4000 s old.
    (Peer(), false), (Peer(fetched: -4000), false), (Peer(fetched: -4000, isDue: true), false),
    // A requested refresh takes only what is newer than the request, a due one what is fresh.
    (Peer(fetched: -600), false), (Peer(fetched: -600, isDue: true), true),
    (Peer(fetched: -3700, isDue: true), false), (Peer(fetched: 0), true),
  ])
  func `a peer's listing satisfies the request if it is new enough`(peer: Peer, isEnough: Bool) {
    var machine = Self.machine(cachedFor: 4000)
    let (_, first) = machine.receive(.refreshRequested(isDue: peer.isDue), now: Self.start)
    #expect(first == .readSharedState)
    let (actions, step) = machine.receive(.sharedStateRead(peer.state), now: Self.start)
    #expect(actions == [])
    #expect(step == (isEnough ? .loadSharedListing : .acquireLease))
  }

  @Test(arguments: [
    (Peer(failed: -10, retry: 50), false), (Peer(failed: -10, retry: 50, isDue: true), true),
    (Peer(failed: -10, retry: -5, isDue: true), false), (Peer(failed: -10, isDue: true), false),
    (Peer(failed: 2, retry: 50), true), (Peer(failed: 60, retry: 90, isDue: true), false),
  ])
  func `a peer's failure satisfies the request if it is new, or its retry is still to come`(
    peer: Peer, isEnough: Bool
  ) {
    var machine = Self.machine()
    _ = machine.receive(.runStarted, now: Self.start)
    _ = machine.receive(.refreshRequested(isDue: peer.isDue), now: Self.start)
    let now = Self.start + 5
    let (actions, step) = machine.receive(.sharedStateRead(peer.state), now: now)
    guard isEnough else {
      #expect(actions == [])
      #expect(step == .acquireLease)
      return
    }
    #expect(actions == [.wake, .publish])
    #expect(step == .end(.failure(.elsewhere("it failed")), nil))
    #expect(machine.snapshot.failure?.attempts == 4)
    #expect(machine.snapshot.nextRefresh == Self.start + 50)
    #expect(!machine.snapshot.isRefreshing)
  }

  @Test func `its own failure note is no peer's`() {
    var machine = Self.machine()
    _ = machine.receive(.refreshRequested(isDue: false), now: Self.start)
    _ = machine.receive(.fetchFailed(Self.refused, jitter: 1), now: Self.start)
    _ = machine.receive(.refreshRequested(isDue: true), now: Self.start + 1)
    let note = Peer(failed: 0.001, retry: 2).state
    #expect(machine.receive(.sharedStateRead(note), now: Self.start + 1).step == .acquireLease)
  }

  @Test func `with the lease it looks once more before it fetches`() {
    var machine = Self.machine()
    _ = machine.receive(.refreshRequested(isDue: false), now: Self.start)
    #expect(
      machine.receive(.sharedStateRead(SharedState()), now: Self.start).step == .acquireLease)
    #expect(machine.receive(.leaseAcquired, now: Self.start).step == .readSharedState)
    #expect(machine.receive(.sharedStateRead(SharedState()), now: Self.start).step == .fetch)
    #expect(!machine.isNews(Self.start, now: Self.start), "it fetches itself")
  }

  @Test(arguments: [
    (1.0, Machine.Step.readSharedState), (59, .readSharedState), (60, .fetch), (-60, .fetch),
  ])
  func `it waits for the process that has the lease, but not for longer than a lease lasts`(
    seconds: Double, step: Machine.Step
  ) {
    var machine = Self.machine()
    _ = machine.receive(.refreshRequested(isDue: false), now: Self.start)
    #expect(machine.receive(.leaseTaken, now: Self.start).step == .waitForPeer)
    #expect(machine.receive(.peerWaitEnded, now: Self.start + seconds).step == step)
  }

  @Test func `a peer's listing is shown, and answers the refresh that waits for it`() {
    var machine = Self.machine(cachedFor: 4000)
    _ = machine.receive(.runStarted, now: Self.start)
    _ = machine.receive(.refreshRequested(isDue: true), now: Self.start)
    let saved = Self.listing(["a/b", "a/c"], at: Self.start + 2)
    let now = Self.start + 3
    #expect(machine.receive(.peerSaved(saved), now: now) == [.wake, .publish])
    #expect(machine.snapshot.freshness == .cached(Self.start + 2))
    #expect(machine.snapshot.nextRefresh == Self.start + 3602)
    #expect(machine.receive(.peerSaved(saved), now: now) == [], "it is shown already")
    // Nil, because it was loaded before the refresh could.
    let (_, step) = machine.receive(.sharedListingLoaded(nil), now: now)
    #expect(step == .end(.success(.changed(saved.changes)), nil))
    #expect(!machine.snapshot.isRefreshing)
  }

  @Test func `a listing that no longer exists when it is loaded answers nothing`() {
    var machine = Self.machine(cachedFor: 4000)
    _ = machine.receive(.refreshRequested(isDue: true), now: Self.start)
    #expect(machine.receive(.sharedListingLoaded(nil), now: Self.start).step == .acquireLease)
  }

  @Test(arguments: [(-61.0, false), (-60, false), (-59, true), (0, true), (1, false)])
  func `a peer's listing is news if it is later than what is shown, and not of the future`(
    seconds: Double, isNews: Bool
  ) {
    var machine = Self.machine(cachedFor: 60)
    let saved = Self.listing(at: Self.start + seconds)
    #expect(machine.receive(.peerSaved(saved), now: Self.start).isEmpty != isNews)
  }

  @Test(arguments: [(0.0, 5), (3599, 5), (3600, 1), (-1, 1)])
  func `failures of the last hour are counted on`(age: Double, attempts: Int) {
    var machine = Self.machine()
    let note = FailureNote(
      summary: "it failed", date: Self.start - age, nextRefresh: nil, attempts: 4)
    _ = machine.receive(.cacheRead(nil, problem: nil, failure: note), now: Self.start)
    _ = machine.receive(.refreshRequested(isDue: false), now: Self.start)
    _ = machine.receive(.fetchFailed(Self.refused, jitter: 1), now: Self.start)
    #expect(machine.snapshot.failure?.attempts == attempts)
  }

  @Test(arguments: [true, false])
  func `an unreadable cache is reported, an absent one is not`(hasBody: Bool) {
    var machine = Self.machine()
    let actions = machine.receive(
      .cacheRead(nil, problem: hasBody ? "a reason" : nil, failure: nil), now: Self.start)
    #expect(actions == (hasBody ? [.publish] : []))
    #expect((machine.snapshot.cacheNotice != nil) == hasBody)
  }
}
