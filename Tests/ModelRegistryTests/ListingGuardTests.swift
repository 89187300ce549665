import Foundation
import ModelCatalog
import Testing

@testable import ModelRegistry

struct ListingGuardTests {
  private let known = Set((0..<10).map { "a/model-\($0)" })
  private var listingGuard = ListingGuard(interval: .seconds(3600))

  private func ids(_ numbers: Range<Int>, author: String = "a") -> Set<Model.ID> {
    Set(numbers.map { "\(author)/model-\($0)" })
  }

  private func date(_ hours: Double) -> Date {
    Date(timeIntervalSince1970: 1_787_000_000 + hours * 3600)
  }

  private func shrunken(to count: Int, seen: Int) -> ProviderError.Refusal {
    .shrunken(known: 10, kept: count, seen: seen, needed: 3)
  }

  @Test
  mutating func `an empty list is never believed`() {
    for hour in 0..<10 {
      #expect(
        listingGuard.rejection(of: [], known: known, now: date(Double(hour))) == .empty)
    }
    #expect(listingGuard.rejection(of: [], known: [], now: date(20)) == .empty)
  }

  @Test(arguments: [(10, true), (6, true), (5, true), (4, false), (1, false)])
  func `one that keeps half is believed`(count: Int, isBelieved: Bool) {
    var listingGuard = ListingGuard(interval: .seconds(3600))
    let refusal = listingGuard.rejection(of: ids(0..<count), known: known, now: date(0))
    #expect(refusal == (isBelieved ? nil : shrunken(to: count, seen: 1)))
  }

  @Test
  func `a list that is held back says what it lost`() {
    #expect(
      ProviderError.refused(shrunken(to: 3, seen: 1)).summary
        == "OpenRouter's list lost 7 of 10 models, so it is held back (1 of 3 refreshes in a row)")
  }

  @Test
  mutating func `the first list is believed however short`() {
    #expect(listingGuard.rejection(of: ids(0..<1), known: [], now: date(0)) == nil)
  }

  @Test
  mutating func `as many other models do not make up for those lost`() {
    let others = ids(0..<20, author: "b")
    #expect(
      listingGuard.rejection(of: others, known: known, now: date(0))
        == shrunken(to: 0, seen: 1))
  }

  /// Hours at which a list of so many models arrives, and how often it has been seen by then;
  /// 0 is believed.
  @Test(
    arguments: [
      ([(0, 3, 1), (1, 3, 2), (2, 3, 0)], "three an interval apart"),
      (
        [(0, 3, 1), (0.1, 3, 1), (0.2, 3, 1), (1.0, 3, 2), (1.5, 3, 2), (2.0, 3, 0)],
        "pressed early"
      ),
      ([(0, 3, 1), (1, 2, 1), (2, 2, 2), (3, 2, 0)], "another short one between"),
      ([(0, 3, 1), (1, 3, 2), (2, 8, 0), (3, 3, 1), (4, 3, 2)], "a good one between"),
      ([(0, 3, 1), (1, 3, 2), (2, 0, -1), (3, 3, 1)], "an empty one between"),
      ([(5, 3, 1), (2, 3, 1), (3, 3, 2), (4, 3, 0)], "the clock set back"),
      ([(0, 3, 1), (0.95, 3, 2), (1.9, 3, 0)], "timers a little early"),
    ] as [([(Double, Int, Int)], String)])
  func `a short list is believed after three in a row`(
    steps: [(hour: Double, count: Int, seen: Int)], name: String
  ) {
    var listingGuard = ListingGuard(interval: .seconds(3600))
    for step in steps {
      let refusal = listingGuard.rejection(
        of: ids(0..<step.count), known: known, now: date(step.hour))
      let expected: ProviderError.Refusal? =
        switch step.seen {
        case 0: nil
        case -1: .empty
        default: shrunken(to: step.count, seen: step.seen)
        }
      #expect(refusal == expected, "\(name), hour \(step.hour)")
    }
  }

  @Test
  mutating func `a failure between restarts the count`() {
    _ = listingGuard.rejection(of: ids(0..<3), known: known, now: date(0))
    _ = listingGuard.rejection(of: ids(0..<3), known: known, now: date(1))
    listingGuard.interrupt()
    #expect(
      listingGuard.rejection(of: ids(0..<3), known: known, now: date(2))
        == shrunken(to: 3, seen: 1))
  }
}
