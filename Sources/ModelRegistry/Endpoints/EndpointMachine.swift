import Foundation
import ModelCatalog

/// Decides what upstream is asked about endpoints, and when.
///
/// Pure: events in, actions out. One request about a subject at a time, ``maxRunning`` at once,
/// none before a `Retry-After` is over.
struct EndpointMachine {
  enum Event {
    /// Somebody wants a subject that is no older than this, in seconds.
    case asked(EndpointSubject, maxAge: TimeInterval)
    /// The cache has been read; nil if it has nothing.
    case cacheRead(EndpointSubject, fetched: Date?)
    case received(EndpointSubject, fetched: Date)
    case failed(EndpointSubject, ProviderError)
    /// One of those who asked for it no longer wants it.
    case withdrawn(EndpointSubject)
  }

  enum Action: Equatable {
    case readCache(EndpointSubject)
    case fetch(EndpointSubject)
    /// Whoever asked for it gets what is known, and why it is no newer.
    case settle(EndpointSubject)
  }

  static let maxRunning = 8
  /// After a failure nothing is asked again for so long; a model that upstream does not know is asked
  /// for again after an hour.
  static let pauseAfterFailure: TimeInterval = 30
  static let pauseAfterAbsence: TimeInterval = 3600
  /// So many failures in a row are upstream's, not those of some models.
  static let failuresInARow = 8

  private struct Entry {
    var fetched: Date?
    var failure: EndpointFailure?
    var step = Step.idle
    /// Of those who wait.
    var maxAge = TimeInterval.infinity
    var waiting = 0
  }

  private enum Step { case idle, readingCache, queued, fetching }

  private var entries: [EndpointSubject: Entry] = [:]
  private var queue: [EndpointSubject] = []
  private var running = 0
  private var failures = 0
  /// Until when upstream is not asked, and why.
  private(set) var pause: (until: Date, reason: ProviderError)?
  /// Why upstream is never asked; nil if it is.
  private let refusal: ProviderError?

  init(refusal: ProviderError?) { self.refusal = refusal }

  /// Why what is known of a subject is no newer; nil after a success.
  func failure(of subject: EndpointSubject) -> EndpointFailure? { entries[subject]?.failure }

  mutating func receive(_ event: Event, now: Date) -> [Action] {
    switch event {
    case .asked(let subject, let maxAge): return ask(subject, maxAge, now)
    case .cacheRead(let subject, let fetched):
      guard var entry = entries[subject], entry.step == .readingCache else { return [] }
      entry.step = .idle
      // What this process has may be newer, if the cache cannot be written.
      entry.fetched = [entry.fetched, fetched].compactMap(\.self).max()
      entries[subject] = entry
      return isFresh(entry, now) ? settle(subject) : enqueue(subject, now)
    case .received(let subject, let fetched):
      entries[subject]?.fetched = fetched
      entries[subject]?.failure = nil
      failures = 0
      running -= 1
      return settle(subject) + startFetches(now)
    case .failed(let subject, let error):
      entries[subject]?.failure = EndpointFailure(error: error, date: now)
      running -= 1
      notePause(after: error, now)
      return settle(subject) + startFetches(now)
    case .withdrawn(let subject):
      guard var entry = entries[subject], entry.waiting > 0 else { return [] }
      entry.waiting -= 1
      if entry.waiting == 0, entry.step == .queued {
        entry.step = .idle
        entry.maxAge = .infinity
        queue.removeAll { $0 == subject }
      }
      entries[subject] = entry
      return []
    }
  }

  private mutating func ask(
    _ subject: EndpointSubject, _ maxAge: TimeInterval, _ now: Date
  ) -> [Action] {
    var entry = entries[subject] ?? Entry()
    entry.waiting += 1
    entry.maxAge = min(entry.maxAge, maxAge)
    defer { entries[subject] = entry }
    guard entry.step == .idle else { return [] }
    if isFresh(entry, now) {
      entry.waiting = 0
      entry.maxAge = .infinity
      return [.settle(subject)]
    }
    // Another process may have saved it meanwhile.
    entry.step = .readingCache
    return [.readCache(subject)]
  }

  /// A date in the future was noted before the clock was set back.
  private func isFresh(_ entry: Entry, _ now: Date) -> Bool {
    entry.fetched.map { (0..<entry.maxAge).contains(now.timeIntervalSince($0)) } ?? false
  }

  private mutating func enqueue(_ subject: EndpointSubject, _ now: Date) -> [Action] {
    if let refusal {
      entries[subject]?.failure = EndpointFailure(error: refusal, date: now)
      return settle(subject)
    }
    if let failure = entries[subject]?.failure, hasJustFailed(failure, now) {
      return settle(subject)
    }
    entries[subject]?.step = .queued
    queue.append(subject)
    return startFetches(now)
  }

  private func hasJustFailed(_ failure: EndpointFailure, _ now: Date) -> Bool {
    // What was not asked because of a pause did not fail.
    if case .refused(.waiting) = failure.error { return false }
    let pause =
      failure.error.meansAbsence ? Self.pauseAfterAbsence : Self.pauseAfterFailure
    return (0..<pause).contains(now.timeIntervalSince(failure.date))
  }

  private mutating func notePause(after error: ProviderError, _ now: Date) {
    if let retryAfter = error.retryAfter {
      let end = now.addingTimeInterval(retryAfter.timeInterval)
      if end > pause?.until ?? .distantPast { pause = (end, error) }
      return
    }
    failures = error.meansAbsence ? 0 : failures + 1
    guard failures >= Self.failuresInARow else { return }
    failures = 0
    pause = (now.addingTimeInterval(Self.pauseAfterFailure), error)
  }

  private mutating func startFetches(_ now: Date) -> [Action] {
    if let pause {
      let left = pause.until.timeIntervalSince(now)
      // A pause that is longer than any was noted before the clock was set back.
      if left > 0, left <= RefreshSchedule.longestRetryAfter.timeInterval {
        return giveUpQueue(for: .seconds(left), pause.reason, now)
      }
      self.pause = nil
    }
    var actions: [Action] = []
    while running < Self.maxRunning, !queue.isEmpty {
      let subject = queue.removeFirst()
      entries[subject]?.step = .fetching
      running += 1
      actions.append(.fetch(subject))
    }
    return actions
  }

  private mutating func giveUpQueue(
    for wait: Duration, _ reason: ProviderError, _ now: Date
  ) -> [Action] {
    let waiting = queue
    queue = []
    let error = ProviderError.refused(.waiting(wait, reason: reason.endpointSummary))
    return waiting.flatMap { subject in
      entries[subject]?.failure = EndpointFailure(error: error, date: now)
      return settle(subject)
    }
  }

  private mutating func settle(_ subject: EndpointSubject) -> [Action] {
    entries[subject]?.step = .idle
    entries[subject]?.waiting = 0
    entries[subject]?.maxAge = .infinity
    return [.settle(subject)]
  }
}
