package import Foundation

/// The models that are worth their price: those for which no other costs no more and scores no less
/// and is better in one of the two.
package enum Frontier {
  /// The scores that it can be asked for.
  package static let scores: [Fact] = FactTable.all.filter { $0.kind == .score }

  /// The positions on the frontier of parallel costs and scores, ascending.
  package static func positions(costs: [Decimal], scores: [Double]) -> [Int] {
    let points = zip(costs, scores).enumerated().map { position, figures in
      (position: position, cost: Amount(figures.0), score: figures.1)
    }
    return members(of: points, cost: \.cost, score: \.score).map(\.position)
  }

  /// The elements on the frontier, in their order; equal ones are all on it.
  static func members<Element, Cost: Comparable, Score: Comparable>(
    of elements: [Element], cost: (Element) -> Cost, score: (Element) -> Score
  ) -> [Element] {
    let order = elements.indices.sorted { left, right in
      let (one, other) = (cost(elements[left]), cost(elements[right]))
      return one == other ? score(elements[left]) > score(elements[right]) : one < other
    }
    var isMember = [Bool](repeating: false, count: elements.count)
    // The last one that is better than all that are cheaper.
    var best: Element?
    for index in order {
      let element = elements[index]
      guard let reached = best else {
        isMember[index] = true
        best = element
        continue
      }
      if score(element) > score(reached) {
        isMember[index] = true
        best = element
      } else if score(element) == score(reached), cost(element) == cost(reached) {
        isMember[index] = true
      }
    }
    return elements.indices.filter { isMember[$0] }.map { elements[$0] }
  }
}
