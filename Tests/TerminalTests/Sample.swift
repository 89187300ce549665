import Support
import Testing

/// What a process holds at one moment.
struct Sample {
  let descriptors: Int
  let threads: Int
  let megabytes: Int

  init(_ process: RunningProcess) {
    descriptors = process.descriptors
    threads = process.threads
    megabytes = process.residentBytes >> 20
  }

  /// That the last third holds no more than the first did, but for what comes and goes.
  static func expectNoGrowth(_ samples: [Sample], _ comment: Comment) {
    let third = samples.count / 3
    let (first, last) = (samples.prefix(third), samples.suffix(third))
    #expect(median(last, \.descriptors) <= median(first, \.descriptors) + 4, comment)
    #expect(median(last, \.threads) <= median(first, \.threads) + 4, comment)
    #expect(median(last, \.megabytes) <= median(first, \.megabytes) + 48, comment)
  }

  static func summary(_ samples: [Sample]) -> String {
    let third = samples.count / 3
    let (first, last) = (samples.prefix(third), samples.suffix(third))
    return [("descriptors", \Sample.descriptors), ("threads", \.threads), ("MB", \.megabytes)]
      .map { name, fact in "\(name) \(median(first, fact)) then \(median(last, fact))" }
      .joined(separator: ", ")
  }

  private static func median(_ samples: ArraySlice<Sample>, _ fact: KeyPath<Sample, Int>) -> Int {
    let sorted = samples.map { $0[keyPath: fact] }.sorted()
    return sorted.isEmpty ? 0 : sorted[sorted.count / 2]
  }
}
