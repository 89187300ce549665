import Foundation
import ModelCatalog
import Testing

@testable import ModelRegistry

/// What upstream is asked about endpoints, as events and actions.
struct EndpointMachineTests {
  private static let start = Date(timeIntervalSince1970: 1_787_400_000)
  private static let down = ProviderError.rejected(status: 500, message: nil, retryAfter: nil)
  private static let absent = ProviderError.rejected(status: 404, message: nil, retryAfter: nil)

  private var machine = EndpointMachine(refusal: nil)
  private var now = start

  private static func model(_ number: Int) -> EndpointSubject { .model("a/\(number)") }

  private mutating func send(_ event: EndpointMachine.Event) -> [EndpointMachine.Action] {
    machine.receive(event, now: now)
  }

  /// Asks for a subject of which the cache has nothing.
  private mutating func ask(
    _ number: Int, maxAge: TimeInterval = 3600, cached: Date? = nil
  ) -> [EndpointMachine.Action] {
    let first = send(.asked(Self.model(number), maxAge: maxAge))
    guard first == [.readCache(Self.model(number))] else { return first }
    return send(.cacheRead(Self.model(number), fetched: cached))
  }

  @Test mutating func `the cache is read first, and answers as long as it is fresh`() {
    #expect(ask(1, cached: now - 3599) == [.settle(Self.model(1))])
    #expect(ask(1) == [.settle(Self.model(1))], "without reading it again")
    #expect(ask(1, maxAge: 300, cached: now - 3599) == [.fetch(Self.model(1))], "health is older")
    #expect(ask(2, cached: now - 3600) == [.fetch(Self.model(2))])
    #expect(
      ask(3, cached: now + 10) == [.fetch(Self.model(3))], "noted before a clock was set back")
  }

  @Test mutating func `a question that is being asked is joined, by the strictest age`() {
    #expect(send(.asked(Self.model(1), maxAge: 3600)) == [.readCache(Self.model(1))])
    #expect(send(.asked(Self.model(1), maxAge: 300)) == [])
    #expect(send(.cacheRead(Self.model(1), fetched: now - 1000)) == [.fetch(Self.model(1))])
    #expect(ask(1) == [])
    #expect(send(.received(Self.model(1), fetched: now)) == [.settle(Self.model(1))])
    #expect(ask(1, maxAge: 300) == [.settle(Self.model(1))])
  }

  @Test mutating func `at most eight requests are under way`() {
    let actions = (0..<20).flatMap { ask($0) }
    #expect(actions == (0..<8).map { .fetch(Self.model($0)) })
    #expect(
      send(.received(Self.model(3), fetched: now)) == [
        .settle(Self.model(3)), .fetch(Self.model(8)),
      ])
    #expect(send(.failed(Self.model(0), Self.down)).last == .fetch(Self.model(9)))
  }

  @Test
  mutating func
    `after a failure nothing is asked for half a minute, of what is absent for an hour`()
  {
    #expect(ask(1) == [.fetch(Self.model(1))])
    #expect(send(.failed(Self.model(1), Self.down)) == [.settle(Self.model(1))])
    #expect(ask(2) == [.fetch(Self.model(2))])
    #expect(send(.failed(Self.model(2), Self.absent)) == [.settle(Self.model(2))])
    now += 29
    #expect(ask(1) == [.settle(Self.model(1))])
    #expect(machine.failure(of: Self.model(1))?.error == Self.down)
    now += 1
    #expect(ask(1) == [.fetch(Self.model(1))])
    #expect(ask(2) == [.settle(Self.model(2))])
    now += 3570
    #expect(ask(2) == [.fetch(Self.model(2))])
  }

  @Test(arguments: [429, 503])
  mutating func `a Retry-After ends the queue, and nothing is asked before it is over`(
    status: Int
  ) throws {
    _ = (0..<10).map { ask($0) }
    let busy = ProviderError.rejected(status: status, message: nil, retryAfter: .seconds(20))
    #expect(
      send(.failed(Self.model(0), busy)) == [
        .settle(Self.model(0)), .settle(Self.model(8)), .settle(Self.model(9)),
      ])
    let failure = try #require(machine.failure(of: Self.model(9))?.error)
    #expect(
      failure
        == .refused(.waiting(.seconds(20), reason: "OpenRouter answered \(status)")))
    now += 19
    #expect(ask(9) == [.settle(Self.model(9))])
    #expect(ask(30) == [.settle(Self.model(30))])
    // What was under way may still come.
    #expect(send(.received(Self.model(1), fetched: now)) == [.settle(Self.model(1))])
    now += 1
    #expect(ask(9) == [.fetch(Self.model(9))], "it was never asked, so it has not failed")
  }

  @Test mutating func `eight failures in a row are upstream's own, and end the queue`() {
    _ = (0..<20).map { ask($0) }
    for number in 0..<7 { _ = send(.failed(Self.model(number), Self.down)) }
    #expect(send(.failed(Self.model(7), Self.down)).count == 1 + 5)
    #expect(ask(40) == [.settle(Self.model(40))])
    now += 30
    #expect(ask(41).count == 1)
  }

  @Test mutating func `models that upstream does not know are no failure of its own`() {
    _ = (0..<30).map { ask($0) }
    for number in 0..<20 { _ = send(.failed(Self.model(number), Self.absent)) }
    #expect(machine.pause == nil)
  }

  @Test mutating func `what nobody waits for any longer is not asked`() {
    _ = (0..<10).map { ask($0) }
    _ = ask(9)
    #expect(send(.withdrawn(Self.model(8))) == [])
    #expect(send(.withdrawn(Self.model(9))) == [], "one of two")
    #expect(send(.received(Self.model(0), fetched: now)).last == .fetch(Self.model(9)))
  }

  @Test func `without a network the cache answers, and the reason is said`() {
    var machine = EndpointMachine(refusal: .refused(.offline))
    let now = Self.start
    let subject = Self.model(1)
    #expect(machine.receive(.asked(subject, maxAge: 300), now: now) == [.readCache(subject)])
    #expect(
      machine.receive(.cacheRead(subject, fetched: now - 9000), now: now) == [.settle(subject)])
    #expect(machine.failure(of: subject)?.error == .refused(.offline))
  }
}
