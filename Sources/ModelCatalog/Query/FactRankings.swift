import Foundation

/// The orders of one index by its facts, each made when it is first asked for and then kept.
///
/// `@unchecked Sendable`: the dictionaries are only touched under the lock, and what they hold is
/// the same for the same workload.
final class FactRankings: @unchecked Sendable {
  private let lock = NSLock()
  private var amounts: [Fact: Ranking<Amount>] = [:]
  private var orders: [Fact: SortedItems] = [:]
  private var presences: [Fact: [Bool]] = [:]
  /// The workload of the rankings that depend on one.
  private var workload: Workload?

  /// What each item has of a fact with numbers: USD as shown, tokens, points, days since 1970.
  func amounts(
    of fact: Fact, in index: SearchIndex, workload: Workload?
  ) -> Ranking<Amount> {
    lock.withLock {
      use(workload, for: fact)
      if let known = amounts[fact] { return known }
      let values =
        fact == .monthlyCost
        ? index.costs(workload) : index.values(of: fact, workload).map(\.amount)
      let ranking = Ranking(values)
      amounts[fact] = ranking
      return ranking
    }
  }

  /// Only the rankings of the last workload are kept.
  private func use(_ workload: Workload?, for fact: Fact) {
    guard fact.needsWorkload, workload != self.workload else { return }
    self.workload = workload
    for fact in FactTable.costs {
      amounts[fact] = nil
      orders[fact] = nil
      presences[fact] = nil
    }
  }

  /// Which items have a fact: something is known of it, it is not empty, and it is no "no".
  func presence(of fact: Fact, in index: SearchIndex, workload: Workload?) -> [Bool] {
    lock.withLock {
      use(workload, for: fact)
      if let known = presences[fact] { return known }
      let presence = index.values(of: fact, workload).map(\.isPresent)
      presences[fact] = presence
      return presence
    }
  }

  /// All items by a fact with an order, the smallest first.
  func order(of fact: Fact, in index: SearchIndex, workload: Workload?) -> SortedItems {
    if fact == .created { return index.byAge }
    let known = lock.withLock {
      use(workload, for: fact)
      return orders[fact]
    }
    if let known { return known }
    let order =
      switch fact.kind {
      case .tokens, .price, .cost, .score, .measure, .day:
        SortedItems(amounts(of: fact, in: index, workload: workload), byID: index.byID)
      case .text, .names, .flag, .structure:
        fact == .displayName
          ? index.sortedByName
          : SortedItems(Ranking(index.values(of: fact).map(\.sortText)), byID: index.byID)
      }
    lock.withLock {
      if !fact.needsWorkload || workload == self.workload { orders[fact] = order }
    }
    return order
  }
}

extension SearchIndex {
  /// What every item costs a month under a workload.
  fileprivate func costs(_ workload: Workload?) -> [Amount?] {
    guard let pricer = workload.map(MonthlyPricer.init) else {
      return indices.map { _ in nil }
    }
    // A model is large: read in place, not copied.
    return catalog.models.withUnsafeBufferPointer { models in
      indices.map { pricer.cost(of: models[$0]).map(Amount.init) }
    }
  }

  /// One fact of every item.
  fileprivate func values(of fact: Fact, _ workload: Workload? = nil) -> [FactValue] {
    indices.map { index in
      fact.value(
        in: FactContext(model: catalog.models[index], catalog: catalog, workload: workload))
    }
  }

  /// By the fold of the whole name; names that differ in case or separators alone stay apart.
  fileprivate var sortedByName: SortedItems {
    let names = indices.map { catalog.models[$0].name }
    let text = text
    let sorted = text.labelText.bytes.withUnsafeBufferPointer { bytes in
      func order(_ left: UInt32, _ right: UInt32) -> Int {
        let (first, second) = (text.labels[Int(left)].nameRange, text.labels[Int(right)].nameRange)
        guard let base = bytes.baseAddress else { return 0 }
        let common = memcmp(
          base + first.lowerBound, base + second.lowerBound, min(first.count, second.count))
        return common != 0 ? Int(common) : first.count - second.count
      }
      return byID.sorted { left, right in
        let order = order(left, right)
        return order != 0 ? order < 0 : names[Int(left)] < names[Int(right)]
      }
    }
    var ranks = [UInt32](repeating: 0, count: sorted.count)
    var count = 0
    for (index, item) in sorted.enumerated() {
      if index == 0 || names[Int(sorted[index - 1])] != names[Int(item)] { count += 1 }
      ranks[Int(item)] = UInt32(count - 1)
    }
    return SortedItems(ranks: ranks, count: count, byID: byID)
  }
}
