import Foundation
import ModelCatalog
import ModelRegistry
import Testing

@testable import ModelBrowser

struct WorldTests {
  private var world = World(
    snapshot: Fixture.snapshot, now: Fixture.now, size: Size(columns: 80, rows: 24),
    hasHistory: true)

  private var model: Model { Fixture.models[5] }

  @Test mutating func `a snapshot says what it changes`() {
    let same = world.receive(Fixture.snapshot)
    #expect(!same.wasLoaded && !same.hasNewCatalog && same.isNews, "the first one is always news")
    let again = world.receive(Fixture.snapshot)
    #expect(again.wasLoaded && !again.isNews)
    let longer = world.receive(Fixture.longerSnapshot)
    #expect(longer.hasNewCatalog && longer.isNews && world.catalog.models.count == 13)
  }

  @Test func `only the step away from the core list is the first listing`() {
    var early = Fixture.snapshot
    early.freshness = .coreOnly
    #expect(SnapshotChange(from: early, to: Fixture.snapshot, wasLoaded: true).isFirstListing)
    #expect(!SnapshotChange(from: early, to: early, wasLoaded: true).isFirstListing)
    #expect(
      !SnapshotChange(from: Fixture.snapshot, to: Fixture.snapshot, wasLoaded: true).isFirstListing)
  }

  @Test mutating func `the clock reports another day, and by how much it was set back`() {
    #expect(world.passTime(to: Fixture.now.addingTimeInterval(60)) == (0, false))
    #expect(world.passTime(to: Fixture.now.addingTimeInterval(86_400)) == (0, true))
    let (setBack, isOtherDay) = world.passTime(to: Fixture.now)
    #expect(setBack == 86_400 && isOtherDay && world.now == Fixture.now)
  }

  @Test mutating func `a history is requested once, and again after it has expired`() {
    #expect(world.requestHistory(of: model).isEmpty, "nothing is loaded yet")
    world.isLoaded = true
    #expect(world.requestHistory(of: model) == [.loadHistory(model.id, asOf: nil)])
    #expect(world.requestHistory(of: model).isEmpty)
    world.receive(LoadedHistory(id: "another/model", modelHistory: nil))
    #expect(world.modelHistory == nil)
    world.receive(LoadedHistory(id: model.id, modelHistory: nil))
    #expect(world.modelHistory?.id == model.id)
    world.expireHistory()
    #expect(world.requestHistory(of: model) == [.loadHistory(model.id, asOf: nil)])
  }

  @Test func `a past catalogue replaces the present one until it is left`() {
    let date = Fixture.date("2026-08-01")
    var world = World(
      snapshot: Fixture.snapshot, now: Fixture.now, size: Size(columns: 80, rows: 24),
      pastCatalog: PastCatalog(date: date, catalog: Catalog([])))
    #expect(world.catalog.models.isEmpty && world.moment == date && world.changedOfLate.isEmpty)
    world.leavePast()
    #expect(world.catalog == Fixture.snapshot.catalog && world.moment == Fixture.now)
  }
}
