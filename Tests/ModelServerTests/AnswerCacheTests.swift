import Foundation
import Support
import Testing

@testable import ModelServer

@Suite(.timeLimit(.minutes(Sanitizers.patience)))
struct AnswerCacheTests {
  private let clock = TestClock()
  private let recent: AnswerCache<String, Int>

  init() {
    recent = AnswerCache(capacity: 2, maxConcurrent: 2, now: { [clock] in clock.date })
  }

  /// Counts how often an answer is computed.
  private actor Maker {
    private(set) var made = 0
    func make() -> Int {
      made += 1
      return made
    }
  }

  private func ask(_ question: String, _ maker: Maker) async throws(APIError) -> Int {
    try await recent.answer(to: question) { () async throws(APIError) in await maker.make() }
  }

  @Test func `an answer is computed once a minute, whatever the clock does`() async throws {
    let maker = Maker()
    #expect(try await ask("a", maker) == 1)
    clock.advance(by: .seconds(59))
    #expect(try await ask("a", maker) == 1)
    clock.advance(by: .seconds(1))
    #expect(try await ask("a", maker) == 2)
    clock.setDate(clock.date - 3600)
    #expect(try await ask("a", maker) == 3)
  }

  @Test func `the least recently used answer is evicted`() async throws {
    let maker = Maker()
    for question in ["a", "b", "a", "c"] { _ = try await ask(question, maker) }
    #expect(await maker.made == 3)
    #expect(try await ask("a", maker) == 1)
    #expect(try await ask("b", maker) == 4)
  }

  @Test func `equal requests share one computation, and too many get busy`()
    async throws
  {
    let gate = Gate()
    let maker = Maker()
    let (begun, beginning) = AsyncStream.makeStream(of: Void.self)
    @Sendable func ask(_ question: String) async throws(APIError) -> Int {
      try await recent.answer(to: question) { () async throws(APIError) in
        beginning.yield()
        await gate.wait()
        return await maker.make()
      }
    }
    try await withThrowingTaskGroup(of: Int.self) { group in
      for question in ["a", "b", "a", "b"] { group.addTask { try await ask(question) } }
      var works = begun.makeAsyncIterator()
      for _ in 0..<2 { await works.next() }
      await #expect(throws: APIError.busy) { try await ask("c") }
      gate.open()
      for try await answer in group { #expect([1, 2].contains(answer)) }
    }
    #expect(await maker.made == 2)
  }

  @Test func `a failure is returned to all waiting requests and not cached`() async throws {
    await #expect(throws: APIError.busy) {
      try await recent.answer(to: "a") { () async throws(APIError) in throw .busy }
    }
    #expect(try await ask("a", Maker()) == 1)
  }
}
