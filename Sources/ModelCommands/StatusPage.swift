import Foundation
import ModelCatalog
import ModelRegistry
import ModelText

/// The status of the models, for people.
struct StatusPage {
  let snapshot: Snapshot
  let settings: RegistrySettings
  /// The last failure of any process that shares the cache.
  let noted: FailureNote?
  /// What the history uses, or why it cannot be read; nil if there is none.
  let history: Result<HistoryUsage, HistoryFault>?
  let now: Date

  var facts: FactList {
    let models = snapshot.catalog.models
    let core = models.count { $0.source == .core && $0.isListed }
    let openRouter = models.count { $0.source == .openRouter && $0.isListed }
    var facts = FactList()
    facts.add("Core", CountText.of(core, "model"))
    facts.add("OpenRouter", CountText.of(openRouter, "model") + omissions)
    let keys = snapshot.catalog.unknownPriceKeys.sorted { $0.key < $1.key }
    facts.add(
      "Other prices",
      keys.isEmpty
        ? nil
        : keys.map { "\($0.key) in \(CountText.of($0.value, "model"))" }.joined(separator: ", ")
          + ": in units that modeldex does not know")
    facts.add("Source", DisplayText.harmless(settings.upstream.shown))
    facts.add(
      "Cache", settings.cachePath.map(DisplayText.harmless) ?? "none: the file is read every time")
    facts.add("Problem", snapshot.cacheNotice.map(DisplayText.harmless))
    facts.add("History", historyText)
    facts.add("Fetched", snapshot.freshness.fetched.map(moment) ?? "never")
    facts.add("Changed", snapshot.lastChanged.map(moment))
    facts.add("Age", age)
    if let failure = snapshot.failure {
      facts.add("Last failure", "\(failure.error.summary), \(moment(failure.date))")
    } else if let noted {
      facts.add("Last failure", "\(noted.summary), \(moment(noted.date))")
    }
    facts.add("Next refresh", next)
    return facts
  }

  private var omissions: String {
    let found = snapshot.omissions
    func sentence(_ counts: [(Int, String)], _ end: String) -> String? {
      let parts = counts.filter { $0.0 > 0 }.map { CountText.of($0.0, $0.1) }
      return parts.isEmpty ? nil : "\(parts.joined(separator: " and ")) \(end)"
    }
    let sentences = [
      sentence(
        [(found.unreadableRows, "row"), (found.unreadablePrices, "price")], "could not be read"),
      sentence(
        [(found.rowsOverLimit, "row"), (found.valuesOverLimit, "value")],
        "left out, over the limits"),
    ].compactMap(\.self)
    return sentences.isEmpty ? "" : " (\(sentences.joined(separator: "; ")))"
  }

  private var historyText: String? {
    switch history {
    case nil: return nil
    case .failure(let fault): return DisplayText.harmless(fault.summary)
    case .success(let usage):
      let began = usage.began.map { " since \(CalendarDay($0))" } ?? ""
      return "\(CountText.of(usage.observations, "list"))\(began), "
        + "\(usage.bytes / 1_048_576) of \(usage.limits.bytes / 1_048_576) MiB; "
        + HistoryLimits.rule
    }
  }

  private var age: String {
    let interval = AgeText.span(settings.interval / .seconds(1))
    guard let fetched = snapshot.freshness.fetched else {
      return "only the core models are known"
    }
    let span = AgeText.span(now.timeIntervalSince(fetched))
    return snapshot.isStale(interval: settings.interval, now: now)
      ? "\(span), stale: older than \(interval)" : "\(span), fresh for \(interval)"
  }

  private var next: String {
    if snapshot.isOffline { return "none: the network is switched off" }
    let next = snapshot.nextRefresh(interval: settings.interval, noted: noted, now: now)
    return next.map { "in \(AgeText.span($0.timeIntervalSince(now)))" } ?? "with the next command"
  }

  private func moment(_ date: Date) -> String {
    let text = Date.ISO8601FormatStyle(dateTimeSeparator: .space).format(date)
    return "\(text), \(AgeText.span(now.timeIntervalSince(date))) ago"
  }
}
