/// The distinct values of a field in ascending order, and the rank of each model's value.
struct Ranking<Value: Hashable & Comparable & Sendable>: Sendable {
  /// Ascending.
  let values: [Value]
  /// For each model the index of its value in ``values``; their count if it is unknown.
  let ranks: [UInt32]

  init(_ known: [Value?]) {
    var numbers: [Value: Int] = [:]
    var found: [Value] = []
    var numbered: [Int] = []
    numbered.reserveCapacity(known.count)
    // Adjacent models often have the same value.
    var last: (value: Value, number: Int)?
    for value in known {
      guard let value else {
        numbered.append(-1)
        continue
      }
      if let last, last.value == value {
        numbered.append(last.number)
        continue
      }
      let number = numbers[value] ?? found.count
      if number == found.count {
        numbers[value] = number
        found.append(value)
      }
      last = (value, number)
      numbered.append(number)
    }
    let sorted = found.indices.sorted { found[$0] < found[$1] }
    var rankOfNumber = [UInt32](repeating: 0, count: found.count)
    for (rank, number) in sorted.enumerated() { rankOfNumber[number] = UInt32(rank) }
    values = sorted.map { found[$0] }
    ranks = numbered.map { $0 < 0 ? UInt32(found.count) : rankOfNumber[$0] }
  }

  /// The value of a model; nil if it is unknown.
  subscript(item: Int) -> Value? {
    let rank = Int(ranks[item])
    return rank < values.count ? values[rank] : nil
  }

  /// The ranks that pass a comparison with a range of values; unknown values never do.
  ///
  /// A single value is a range of one; a month is all its days.
  func ranks(_ comparison: Comparison, _ span: ClosedRange<Value>) -> Range<UInt32> {
    let below = UInt32(firstIndex { !($0 < span.lowerBound) })
    let upTo = UInt32(firstIndex { $0 > span.upperBound })
    return switch comparison {
    case .less: 0..<below
    case .atMost: 0..<upTo
    case .equal: below..<upTo
    case .atLeast: below..<UInt32(values.count)
    case .more: upTo..<UInt32(values.count)
    }
  }

  /// The first index in ``values`` for which a monotonic test is true.
  private func firstIndex(where isReached: (Value) -> Bool) -> Int {
    var (low, high) = (0, values.count)
    while low < high {
      let middle = (low + high) / 2
      if isReached(values[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}

/// All models in the order of one key: groups of equal values, each ordered by id; unknown values
/// last.
struct SortedItems: Sendable {
  private let items: [UInt32]
  /// The start of each group, then that of the unknown values.
  private let groups: [Int]

  /// A counting sort, so it is linear; `byID` are all models ordered by id.
  init(ranks: [UInt32], count: Int, byID: [UInt32]) {
    var ends = [Int](repeating: 0, count: count + 2)
    for rank in ranks { ends[Int(rank) + 1] += 1 }
    for rank in 0...count { ends[rank + 1] += ends[rank] }
    groups = Array(ends[0...count])
    var items = [UInt32](repeating: 0, count: byID.count)
    for item in byID {
      let rank = Int(ranks[Int(item)])
      items[ends[rank]] = item
      ends[rank] += 1
    }
    self.items = items
  }

  init<Value>(_ ranking: Ranking<Value>, byID: [UInt32]) {
    self.init(ranks: ranking.ranks, count: ranking.values.count, byID: byID)
  }

  /// Calls the closure for each model in order; `reversed` reverses the groups, not the order
  /// within them.
  func forEach(isReversed: Bool, _ body: (Int) -> Void) {
    guard isReversed else {
      for item in items { body(Int(item)) }
      return
    }
    let unknown = groups[groups.count - 1]
    var end = unknown
    for start in groups.dropLast().reversed() {
      for item in items[start..<end] { body(Int(item)) }
      end = start
    }
    for item in items[unknown...] { body(Int(item)) }
  }
}
