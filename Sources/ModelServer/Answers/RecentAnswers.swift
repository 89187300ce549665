import Foundation

/// Answers that take work: made once for all who ask at the same time, kept for a while, and only so
/// many at once.
///
/// Not for longer: an import can change what the past is known to have been.
actor RecentAnswers<Question: Hashable & Sendable, Value: Sendable> {
  private struct Entry {
    let number: Int
    let question: Question
    let made: Date
    let task: Task<Result<Value, APIError>, Never>
    var isThere = false
  }

  private let capacity: Int
  private let mostAtOnce: Int
  private let now: @Sendable () -> Date
  /// The latest used last.
  private var entries: [Entry] = []
  private var count = 0

  /// In seconds.
  private static var lifetime: TimeInterval { 60 }

  init(capacity: Int, mostAtOnce: Int, now: @escaping @Sendable () -> Date) {
    self.capacity = capacity
    self.mostAtOnce = mostAtOnce
    self.now = now
  }

  /// Throws ``APIError/busy`` rather than let work pile up; a failure is not kept.
  func answer(
    to question: Question,
    _ make: @escaping @Sendable () async throws(APIError) -> Value
  ) async throws(APIError) -> Value {
    let now = now()
    // One from the future was made before the clock was set back.
    entries.removeAll { $0.isThere && abs(now.timeIntervalSince($0.made)) >= Self.lifetime }
    if let index = entries.firstIndex(where: { $0.question == question }) {
      let entry = entries.remove(at: index)
      entries.append(entry)
      return try await entry.task.value.get()
    }
    guard entries.count(where: { !$0.isThere }) < mostAtOnce else { throw .busy }
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
      entries[index].isThere = true
      if case .failure = result { entries.remove(at: index) }
    }
    if entries.count > capacity, let oldest = entries.firstIndex(where: \.isThere) {
      entries.remove(at: oldest)
    }
    return try result.get()
  }
}
