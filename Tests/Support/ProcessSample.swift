/// The resources that a process holds at one time.
package struct ProcessSample: Sendable {
  let descriptors: Int
  let threads: Int
  let megabytes: Int

  package init(_ process: RunningProcess) {
    descriptors = process.descriptors
    threads = process.threads
    megabytes = process.residentBytes >> 20
  }

  /// The growth from the first to the last third of the samples beyond normal variation; nil if
  /// there is none.
  package static func growth(_ samples: [ProcessSample], megabytes allowed: Int) -> String? {
    let grown = facts.filter { name, fact in
      let (before, after) = thirds(samples, fact)
      return after > before + (name == "MB" ? allowed * Sanitizers.overhead : 4)
    }
    return grown.isEmpty ? nil : summary(samples)
  }

  package static func summary(_ samples: [ProcessSample]) -> String {
    facts.map { name, fact in
      let (before, after) = thirds(samples, fact)
      return "\(name) \(before) then \(after)"
    }.joined(separator: ", ")
  }

  private static var facts: [(name: String, fact: (ProcessSample) -> Int)] {
    [("descriptors", { $0.descriptors }), ("threads", { $0.threads }), ("MB", { $0.megabytes })]
  }

  /// The medians of the first and the last third.
  private static func thirds(
    _ samples: [ProcessSample], _ fact: (ProcessSample) -> Int
  ) -> (Int, Int) {
    let third = samples.count / 3
    func median(_ samples: ArraySlice<ProcessSample>) -> Int {
      let sorted = samples.map(fact).sorted()
      return sorted.isEmpty ? 0 : sorted[sorted.count / 2]
    }
    return (median(samples.prefix(third)), median(samples.suffix(third)))
  }
}
