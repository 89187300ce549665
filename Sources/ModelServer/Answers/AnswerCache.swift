import Foundation

/// Caches answers that are expensive to compute: concurrent requests for the same key share one
/// computation, and the number of computations at once is limited.
///
/// Entries expire after a minute, because an import can change the history.
actor AnswerCache<Question: Hashable & Sendable, Value: Sendable> {
  private struct Entry {
    let number: Int
    let question: Question
    let made: Date
    let task: Task<Result<Value, APIError>, Never>
    var isFinished = false
  }

  private let capacity: Int
  private let maxConcurrent: Int
  private let now: @Sendable () -> Date
  /// In order of last use.
  private var entries: [Entry] = []
  private var count = 0

  /// In seconds.
  private static var lifetime: TimeInterval { 60 }

  init(capacity: Int, maxConcurrent: Int, now: @escaping @Sendable () -> Date) {
    self.capacity = capacity
    self.maxConcurrent = maxConcurrent
    self.now = now
  }

  /// Throws ``APIError/busy`` if too many computations are running.
  ///
  /// Failures are not cached.
  func answer(
    to question: Question,
    _ make: @escaping @Sendable () async throws(APIError) -> Value
  ) async throws(APIError) -> Value {
    let now = now()
    // An entry from the future was made before the clock was set back.
    entries.removeAll { $0.isFinished && abs(now.timeIntervalSince($0.made)) >= Self.lifetime }
    if let index = entries.firstIndex(where: { $0.question == question }) {
      let entry = entries.remove(at: index)
      entries.append(entry)
      return try await entry.task.value.get()
    }
    guard entries.count(where: { !$0.isFinished }) < maxConcurrent else { throw .busy }
    let task = Task {
      do throws(APIError) {
        return Result<Value, APIError>.success(try await make())
      } catch {
        return .failure(error)
      }
    }
    count += 1
    let number = count
    entries.append(Entry(number: number, question: question, made: now, task: task))
    let result = await task.value
    if let index = entries.firstIndex(where: { $0.number == number }) {
      entries[index].isFinished = true
      if case .failure = result { entries.remove(at: index) }
    }
    if entries.count > capacity, let oldest = entries.firstIndex(where: \.isFinished) {
      entries.remove(at: oldest)
    }
    return try result.get()
  }
}
