import Benchmark
import Captures
import Foundation
import ModelCatalog

/// One key in the search box, from parsing the text to the ordered result, and building the index.
let benchmarks: @Sendable () -> Void = {
  let capture = "openrouter-20260821"
  let context = QueryContext(now: Date(timeIntervalSince1970: 1_787_300_000))
  let queries = [
    "everything": "",
    "one letter": "c",
    "literal word": "claude",
    "word in descriptions": "reasoning",
    "two words": "gpt-5.6 sol",
    "letters in order": "clud",
    "worst letters in order": "aeinr",
    "no match": "zqxjv",
    "filters": "in:image has:tools ctx>=128k input<=1 -is:free",
    "by price": "sort:price",
    "word by name": "claude sort:-name",
  ]
  for count in [420, 10_000, 100_000] {
    let isLarge = count > 10_000
    let configuration = Benchmark.Configuration(
      metrics: [.wallClock], timeUnits: isLarge ? .milliseconds : .microseconds,
      warmupIterations: 3, scalingFactor: count < 1000 ? .kilo : .one,
      maxDuration: .seconds(1), maxIterations: isLarge ? 100 : 1000)
    guard let catalog = try? Captures.scaled(capture, to: count) else { return }
    let index = SearchIndex(catalog)
    index.prepare()
    for (name, text) in queries.sorted(by: { $0.key < $1.key }) {
      Benchmark("\(count) models: \(name)", configuration: configuration) { benchmark in
        for _ in benchmark.scaledIterations {
          guard let query = try? Query.parse(text) else { return benchmark.error("\(text)") }
          blackHole(index.search(query, in: context))
        }
      }
    }
    var building = configuration
    building.scalingFactor = .one
    let workloads = ["in=3000 out=500 cached=80%", "in=3001 out=500 cached=80%"]
      .compactMap { try? Workload.parse($0) }
    let costs = ["order by cost": "sort:cost", "frontier": "frontier:coding"]
    for (name, text) in costs.sorted(by: { $0.key < $1.key }) {
      guard let query = try? Query.parse(text) else { return }
      // The costs of the last workload are kept, so each search has another one.
      Benchmark(
        "\(count) models: \(name), new workload", configuration: building
      ) { benchmark in
        for _ in benchmark.scaledIterations {
          var context = context
          context.workload = workloads[benchmark.currentIteration % 2]
          blackHole(index.search(query, in: context))
        }
      }
      var known = context
      known.workload = workloads[0]
      Benchmark("\(count) models: \(name)", configuration: building) { [known] benchmark in
        for _ in benchmark.scaledIterations { blackHole(index.search(query, in: known)) }
      }
    }
    Benchmark("\(count) models: the index for a list", configuration: building) { benchmark in
      for _ in benchmark.scaledIterations { blackHole(SearchIndex(catalog)) }
    }
    Benchmark("\(count) models: the whole index", configuration: building) { benchmark in
      for _ in benchmark.scaledIterations {
        let index = SearchIndex(catalog)
        index.prepare()
        blackHole(index)
      }
    }
  }
}
