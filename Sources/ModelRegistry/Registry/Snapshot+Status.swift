package import Foundation
package import ModelCatalog

extension Snapshot {
  /// The status as JSON: ages in milliseconds, dates in ISO 8601 or null.
  ///
  /// `interval` is the age at which models are stale; `noted` is the last failure of any process
  /// that shares the cache; `history` what the history uses, nil if there is none or it is damaged.
  package func statusJSON(
    interval: Duration, noted: FailureNote? = nil, history: HistoryUsage? = nil, now: Date
  ) -> JSONValue {
    let core = catalog.models.count { $0.source == .core && $0.isListed }
    let openRouter = catalog.models.count { $0.source == .openRouter && $0.isListed }
    var keys = Set<String>()
    for (index, model) in catalog.models.enumerated()
    where model.source == .core && model.isListed {
      keys.insert(catalog.categoryOfModel[index].key)
    }
    let age = freshness.fetched.map { max(0, now.timeIntervalSince($0)) }
    let lastFetch = [received, failure?.date ?? noted?.date].compactMap(\.self).max()
    return [
      "initialized": true,
      "core": [
        "modelCount": .integer(core),
        "categories": JSONValue(catalog.categories.map(\.key).filter(keys.contains)),
      ],
      "openrouter": [
        "modelCount": .integer(openRouter),
        "lastFetch": JSONValue(lastFetch),
        "lastSuccessfulFetch": JSONValue(freshness.fetched),
        "lastChange": JSONValue(lastChanged),
        "cacheAge": JSONValue(age.map { Int($0 * 1000) }),
        "isStale": .flag(isStale(interval: interval, now: now)),
        "isRefreshing": .flag(isRefreshing),
        "cacheTTL": .integer(Int(interval / .milliseconds(1))),
        "lastError": JSONValue(failure?.error.summary ?? noted?.summary),
        "skippedRows": .integer(omissions.unreadableRows),
        "unreadablePrices": .integer(omissions.unreadablePrices),
        "rowsOverLimit": .integer(omissions.rowsOverLimit),
        "valuesOverLimit": .integer(omissions.valuesOverLimit),
        "otherPriceKeys": .object(
          catalog.unknownPriceKeys.sorted { $0.key < $1.key }
            .map { .init($0.key, .integer($0.value)) }),
        "nextRefresh": JSONValue(nextRefresh(interval: interval, noted: noted, now: now)),
      ],
      "history": history?.json ?? .null,
      "total": ["modelCount": .integer(core + openRouter)],
    ]
  }

  /// When the next refresh is due: as planned, or as a failure note says, else when the models get
  /// stale; nil if they are stale, or offline.
  package func nextRefresh(interval: Duration, noted: FailureNote?, now: Date) -> Date? {
    guard !isOffline else { return nil }
    if let next = nextRefresh, next > now { return next }
    if let next = noted?.nextTry(after: now) { return next }
    let due = received?.addingTimeInterval(interval.timeInterval)
    return due.flatMap { $0 > now ? $0 : nil }
  }

  /// Whether there is no OpenRouter list, or it was received `interval` ago or earlier.
  package func isDue(interval: Duration, now: Date) -> Bool {
    guard let received else { return true }
    return .seconds(now.timeIntervalSince(received)) >= interval
  }

  /// Whether there are no OpenRouter models, or they are at least `interval` old.
  package func isStale(interval: Duration, now: Date) -> Bool {
    switch freshness {
    case .coreOnly, .stale: true
    case .cached(let date), .live(let date):
      .seconds(now.timeIntervalSince(date)) >= interval
    }
  }
}
