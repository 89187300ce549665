package import Foundation
package import ModelCatalog

/// Sole owner of what is known about endpoints; the front ends ask here.
///
/// What to ask upstream is decided by `EndpointMachine`. Files are read and written, and bodies
/// decoded, off the actor.
package actor EndpointStore {
  private let source: (any EndpointSource)?
  private let cache: EndpointCache?
  private let clock: any Clock<Duration>
  private let now: @Sendable () -> Date
  private var machine: EndpointMachine
  /// All that is known in this process.
  package private(set) var table = EndpointTable()
  private var askers: [EndpointSubject: [Asker]] = [:]
  private var askerCount = 0
  private var hasCleanedUp = false
  /// Ids that were looked up in the cache, so that no query looks again.
  private var lookedUp: Set<Model.ID> = []

  private struct Asker {
    let number: Int
    let continuation: CheckedContinuation<Void, Never>
  }

  /// Without a cache: what is known is lost with the process.
  package init(
    source: (any EndpointSource)?, clock: any Clock<Duration> = ContinuousClock(),
    now: @escaping @Sendable () -> Date = { Date() }
  ) {
    self.init(source: source, cache: nil, clock: clock, now: now)
  }

  /// `refusal` says why there is no source.
  init(
    source: (any EndpointSource)?, cache: EndpointCache?,
    refusal: ProviderError = .refused(.offline), clock: any Clock<Duration> = ContinuousClock(),
    now: @escaping @Sendable () -> Date = { Date() }
  ) {
    self.source = source
    self.cache = cache
    self.clock = clock
    self.now = now
    machine = EndpointMachine(refusal: source == nil ? refusal : nil)
  }

  /// The endpoints of one model, from what is kept if that is fresh enough; joins a question that is
  /// being asked.
  package func endpoints(of id: Model.ID, for need: EndpointNeed) async -> EndpointAnswer {
    await ask(.model(id), maxAge: need.maxAge)
    return answer(of: id)
  }

  /// What is kept of one model, however old, without a request.
  package func kept(_ id: Model.ID) async -> ModelEndpoints? {
    if let known = table[id] { return known }
    await read(.model(id))
    return table[id]
  }

  /// What is kept of many models, however old, without a request.
  package func kept(_ ids: [Model.ID]) async -> EndpointProgress {
    await withTaskGroup(of: Void.self) { group in
      for id in ids where table[id] == nil && lookedUp.insert(id).inserted {
        group.addTask { await self.read(.model(id)) }
      }
      if table.zeroRetention == nil { group.addTask { await self.read(.zeroRetention) } }
    }
    return progress(of: ids)
  }

  /// The endpoints of many models, as they come; the last element is done.
  ///
  /// Cancels the requests that no other reader waits for when its reader ends.
  package nonisolated func gather(
    _ ids: [Model.ID], for need: EndpointNeed, zeroRetention: Bool = false
  ) -> AsyncStream<EndpointProgress> {
    let (stream, continuation) = AsyncStream.makeStream(
      of: EndpointProgress.self, bufferingPolicy: .bufferingNewest(1))
    let task = Task {
      await gather(ids, need, zeroRetention, into: continuation)
      continuation.finish()
    }
    continuation.onTermination = { _ in task.cancel() }
    return stream
  }

  /// What is known of some models, without a request.
  package func progress(of ids: [Model.ID], isDone: Bool = true) -> EndpointProgress {
    let failure = ids.lazy.compactMap { self.machine.failure(of: .model($0)) }
      .filter { !$0.error.meansAbsence }.max { $0.date < $1.date }
    let zeroRetention = table.zeroRetention == nil ? machine.failure(of: .zeroRetention) : nil
    return EndpointProgress(
      table: table, known: ids.count { isSettled($0) }, of: ids.count, isDone: isDone,
      failure: failure, zeroRetentionFailure: zeroRetention)
  }

  /// Whether there is an answer about a model; that upstream knows none of it is one.
  private func isSettled(_ id: Model.ID) -> Bool {
    table[id] != nil || machine.failure(of: .model(id))?.error.meansAbsence == true
  }

  private func answer(of id: Model.ID) -> EndpointAnswer {
    EndpointAnswer(
      known: table[id],
      failure: machine.failure(of: .model(id)))
  }

  // MARK: - Many models

  /// The longest pause that is waited out rather than reported.
  private static let longestWait: TimeInterval = 60

  private func gather(
    _ ids: [Model.ID], _ need: EndpointNeed, _ zeroRetention: Bool,
    into continuation: AsyncStream<EndpointProgress>.Continuation
  ) async {
    while !Task.isCancelled {
      await withTaskGroup(of: Void.self) { group in
        if zeroRetention {
          group.addTask { await self.ask(.zeroRetention, maxAge: EndpointNeed.prices.maxAge) }
        }
        for id in ids { group.addTask { await self.ask(.model(id), maxAge: need.maxAge) } }
        for await _ in group where !Task.isCancelled {
          continuation.yield(progress(of: ids, isDone: false))
        }
      }
      let reached = progress(of: ids)
      guard let wait = pauseToWaitOut(reached) else {
        if !Task.isCancelled { continuation.yield(reached) }
        return
      }
      try? await clock.sleep(for: .seconds(wait))
    }
  }

  /// Seconds until upstream may be asked for the rest, if it asked for so little patience.
  private func pauseToWaitOut(_ progress: EndpointProgress) -> TimeInterval? {
    guard progress.known < progress.of, let pause = machine.pause, pause.reason.retryAfter != nil
    else { return nil }
    let left = pause.until.timeIntervalSince(now())
    return left > 0 && left <= Self.longestWait ? left : nil
  }

  // MARK: - One subject

  /// Returns when the subject is fresh enough, or cannot be; at once when cancelled.
  private func ask(_ subject: EndpointSubject, maxAge: TimeInterval) async {
    askerCount += 1
    let number = askerCount
    await withTaskCancellationHandler {
      await withCheckedContinuation { continuation in
        guard !Task.isCancelled else { return continuation.resume() }
        askers[subject, default: []].append(Asker(number: number, continuation: continuation))
        send(.asked(subject, maxAge: maxAge))
      }
    } onCancel: {
      Task { await self.withdraw(number, from: subject) }
    }
  }

  private func withdraw(_ number: Int, from subject: EndpointSubject) {
    guard let index = askers[subject]?.firstIndex(where: { $0.number == number }) else { return }
    askers[subject]?.remove(at: index).continuation.resume()
    send(.withdrawn(subject))
  }

  private func send(_ event: EndpointMachine.Event) {
    for action in machine.receive(event, now: now()) {
      switch action {
      case .readCache(let subject):
        Task {
          await read(subject)
          send(.cacheRead(subject, fetched: fetched(subject)))
        }
      case .fetch(let subject): Task { await fetch(subject) }
      case .settle(let subject):
        let waiting = askers.removeValue(forKey: subject) ?? []
        for asker in waiting { asker.continuation.resume() }
      }
    }
  }

  private var zeroRetentionFetched: Date?

  private func fetched(_ subject: EndpointSubject) -> Date? {
    switch subject {
    case .model(let id): table[id]?.fetched
    case .zeroRetention: zeroRetentionFetched
    }
  }

  private func store(_ content: EndpointContent) {
    switch content {
    case .model(let endpoints): table[endpoints.id] = endpoints
    case .zeroRetention(let tags, let fetched):
      table.zeroRetention = tags
      zeroRetentionFetched = fetched
    }
  }

  /// Reads the cache, if it has something newer than what is known.
  private func read(_ subject: EndpointSubject) async {
    guard let cache, let content = await EndpointContent.read(subject, from: cache),
      content.fetched > fetched(subject) ?? .distantPast
    else { return }
    store(content)
  }

  private func fetch(_ subject: EndpointSubject) async {
    guard let source else { return }
    do throws(ProviderError) {
      let body = try await source.body(of: subject)
      let date = now()
      let content = try await EndpointContent.decode(
        body, as: subject, received: date, key: source.key)
      store(content)
      await save(body, of: subject, fetched: content.fetched)
      send(.received(subject, fetched: content.fetched))
    } catch {
      send(.failed(subject, error))
    }
  }

  private func save(_ body: Data, of subject: EndpointSubject, fetched: Date) async {
    guard let cache else { return }
    let cleansUp = !hasCleanedUp
    hasCleanedUp = true
    let now = now()
    await Task.detached {
      if cleansUp { cache.removeOldFiles(now: now) }
      cache.save(body, of: subject, fetched: fetched)
    }.value
  }
}
