import Foundation
import ModelCatalog
import ModelRegistry
import Support

// The cost of reading the cache, and of 18 months of bodies, two a day: importing, storing and
// querying.

let clock = ContinuousClock()

/// The median and the maximum of this many runs, in milliseconds.
func measure(_ name: String, _ runs: Int, _ body: (Int) async throws -> Void) async throws {
  var times: [Duration] = []
  for run in 0..<runs { times.append(try await clock.measure { try await body(run) }) }
  let sorted = times.sorted().map { ($0 / .microseconds(1)).rounded() / 1000 }
  print("\(name): median \(sorted[runs / 2]) ms, greatest \(sorted[runs - 1]) ms")
}

/// The size of the database with its write-ahead log, in MB.
func size(of path: String) -> Double {
  let bytes = ["", "-wal"].compactMap { suffix in
    try? FileManager.default.attributesOfItem(atPath: path + suffix)[.size] as? Int
  }
  return (Double(bytes.reduce(0, +)) / 10_000).rounded() / 100
}

guard Captures.listings.contains("openrouter-20260821.json") else {
  print("../shared/captures is not present")
  exit(1)
}
let listing = try OpenRouterPayload.listing(from: Captures.body("openrouter-20260821.json"))
let newest = listing.models

let saved = try TemporaryDirectory()
let cache = CatalogCache(directory: saved.path)
try cache.save(listing, fetched: Date(), lastChanged: nil)
try await measure("reading the cache, by its image", 50) { _ in _ = cache.load() }
try FileManager.default.removeItem(at: saved.url("openrouter_models.image"))
try await measure("reading the cache, by its body", 50) { _ in _ = cache.load() }

let directory = try TemporaryDirectory()
let history = CatalogHistory(directory: directory.path, now: { .distantFuture })

var series = Series(newest)
var importing = Duration.zero
for _ in 0..<Series.length {
  let date = series.date
  let body = OpenRouterPayload.body(of: series.next())
  importing += try await clock.measure {
    try await history.insert(OpenRouterPayload.listing(from: body), at: date)
  }
}
print("import of \(Series.length) bodies of \(newest.count) models: \(importing / .seconds(1)) s")
print("size: \(size(of: history.path)) MB")

try await measure("a refresh with 60 changes", 20) { run in
  series.change(60) { $0.pricing.prices[.output] = .fixed(Series.price(&$1)) }
  let (date, models) = (series.date, series.next())
  try await history.insert(models, digest: "\(run)", at: date)
}
guard let span = try await history.dateRange() else { exit(1) }
try await measure("a catalogue as of any time", 50) { run in
  let age = span.last.timeIntervalSince(span.first) * Double(run) / 50
  _ = try await history.models(asOf: span.first.addingTimeInterval(age))
}
try await measure("the removed models", 10) { _ in _ = try await history.removed() }
try await measure("what changed in a week", 10) { _ in
  _ = try await history.changed(since: span.last.addingTimeInterval(-7 * 86400))
}
try await measure("the life of a model", 20) { run in
  _ = try await history.history(of: newest[run * 20].id)
}
try await measure("opening, and the first question", 10) { _ in
  _ = try await CatalogHistory(directory: directory.path).removed()
}
withExtendedLifetime(directory) {}
