import ModelRegistry
import Testing

struct QuietClockTests {
  private let clock = QuietClock()

  @Test func `a sleep ends, and not before its deadline`() async throws {
    let deadline = clock.now.advanced(by: .milliseconds(5))
    try await clock.sleep(until: deadline, tolerance: nil)
    #expect(clock.now >= deadline)
  }

  @Test func `a deadline that has passed is no wait`() async throws {
    try await clock.sleep(until: clock.now.advanced(by: .seconds(-3600)), tolerance: nil)
  }

  @Test func `a cancelled sleep ends at once with an error`() async {
    let clock = clock
    let sleep = Task { try await clock.sleep(for: .seconds(3600)) }
    sleep.cancel()
    let result = await sleep.result
    #expect(throws: CancellationError.self) { try result.get() }
  }

  @Test func `many sleeps that are cancelled at any moment all end`() async {
    let clock = clock
    await withTaskGroup(of: Void.self) { group in
      for turn in 0..<500 {
        group.addTask {
          let sleep = Task { try await clock.sleep(for: .microseconds(turn % 50)) }
          if turn % 2 == 0 { sleep.cancel() }
          _ = await sleep.result
        }
      }
    }
  }
}
