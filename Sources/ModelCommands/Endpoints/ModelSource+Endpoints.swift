import Foundation
import ModelCatalog
import ModelRegistry
import ModelText

extension ModelSource {
  /// Without an answer for so long, what is known is the answer.
  private static let endpointPatience = Duration.seconds(60)

  /// What a query has to know of endpoints: from what is kept, and from upstream, with progress on a
  /// terminal.
  func gatherEndpoints(
    for query: Query, showing facts: [Fact], in index: SearchIndex, _ context: QueryContext
  ) async -> EndpointProgress {
    let ids = index.endpointIDs(for: query, in: context)
    let needsHealth = query.needsHealth || facts.contains(where: \.isHealth)
    let need: EndpointNeed = needsHealth ? .health : .prices
    var reached = await registry.endpoints.progress(of: ids, isDone: ids.isEmpty)
    guard !ids.isEmpty else { return reached }
    let (answers, answer) = AsyncStream.makeStream(of: EndpointProgress?.self)
    let stream = registry.endpoints.gather(
      ids, for: need, zeroRetention: query.needsZeroRetention)
    let gathering = Task {
      for await progress in stream { answer.yield(progress) }
      answer.finish()
    }
    var alarm = alarm(answer)
    let shows = console.isErrorTerminal
    for await next in answers {
      alarm.cancel()
      guard let next else { break }
      reached = next
      if shows {
        OutputStream.message("\rendpoints \(reached.known) of \(reached.of) ")
      }
      alarm = self.alarm(answer)
    }
    alarm.cancel()
    gathering.cancel()
    if shows { OutputStream.message("\r\u{1B}[K") }
    return reached
  }

  private func alarm(
    _ answer: AsyncStream<EndpointProgress?>.Continuation
  ) -> Task<Void, Never> {
    Task { [clock] in
      if (try? await clock.sleep(for: Self.endpointPatience)) != nil { answer.yield(nil) }
    }
  }
}

extension EndpointProgress {
  /// Why some are not known, or no newer; nil if all are.
  var notice: String? {
    if let failure = zeroRetentionFailure {
      return "which endpoints keep no data is not known: \(failure.summary)"
    }
    guard known < of else {
      return failure.map { "\($0.summary); the endpoints are those that were kept" }
    }
    let reason = failure?.summary ?? "OpenRouter has not answered"
    return "the endpoints of \(of - known) of \(CountText.of(of, "model")) are not known: \(reason)"
  }
}
