import Foundation
import ModelCatalog
import ModelRegistry

/// Encoded catalogues with the cost of every model under a workload.
struct WorkloadSnapshots: Sendable {
  private struct Question: Hashable, Sendable {
    let tag: String
    let published: Date
    let asOf: Date?
    let workload: Workload
  }

  private let answers: AnswerCache<Question, ServedSnapshot>

  private static let capacity = 8
  private static let maxConcurrent = 4

  init(now: @escaping @Sendable () -> Date) {
    answers = AnswerCache(capacity: Self.capacity, maxConcurrent: Self.maxConcurrent, now: now)
  }

  func snapshot(
    of served: ServedSnapshot, costing workload: Workload
  ) async throws(APIError) -> ServedSnapshot {
    let question = Question(
      tag: served.tag, published: served.snapshot.published, asOf: served.asOf,
      workload: workload)
    return try await answers.answer(to: question) { () async throws(APIError) in
      served.costing(workload)
    }
  }
}
