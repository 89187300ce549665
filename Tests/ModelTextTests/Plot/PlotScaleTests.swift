import Foundation
import ModelCatalog
import Testing

@testable import ModelText

struct PlotScaleTests {
  private static func texts(_ scale: PlotAxis.Scale, _ values: [Double], room: Int = 8) -> [String]
  {
    PlotScale(scale, of: values, room: room).ticks.map(\.text)
  }

  @Test(
    arguments: [
      ([0.03, 4], ["$0.02", "$0.05", "$0.10", "$0.20", "$0.50", "$1", "$2", "$5"]),
      ([50, 900], ["$50", "$100", "$200", "$500", "$1,000"]),
      ([0.3], ["$0.20", "$0.50"]), ([0.5], ["$0.20", "$0.50", "$1"]),
      ([400_000, 3_000_000], ["$200,000", "$500,000", "$1M", "$2M", "$5M"]),
      (
        [2e9, 2e12],
        [
          "$2B", "$5B", "$10B", "$20B", "$50B", "$100B", "$200B", "$500B", "$1T", "$2T",
        ]
      ),
      ([0.000_01, 0.000_04], ["$0.00001", "$0.00002", "$0.00005"]),
      ([3e-9], ["$2e-9", "$5e-9"]), ([], ["$0.50", "$1", "$2"]),
    ] as [([Double], [String])])
  func `amounts have ticks at 1, 2 and 5`(values: [Double], texts: [String]) {
    #expect(Self.texts(.money(zero: "free"), values) == texts)
  }

  @Test func `tokens have short counts`() {
    #expect(
      Self.texts(.tokens, [8192, 2_000_000]) == [
        "5k", "10k", "20k", "50k", "100k", "200k", "500k", "1M", "2M",
      ])
  }

  @Test(
    arguments: [
      ([2.7, 78], ["0", "10", "20", "30", "40", "50", "60", "70", "80"]),
      ([42.1, 42.9], ["42.1", "42.2", "42.3", "42.4", "42.5", "42.6", "42.7", "42.8", "42.9"]),
      ([50], ["46", "48", "50", "52", "54"]),
      ([-30, 10], ["-30", "-25", "-20", "-15", "-10", "-5", "0", "5", "10"]),
      ([0.1, 0.3], ["0.10", "0.15", "0.20", "0.25", "0.30"]),
    ] as [([Double], [String])])
  func `scores have ticks at round numbers`(values: [Double], texts: [String]) {
    #expect(Self.texts(.score, values, room: 8) == texts)
  }

  @Test(arguments: 1...40) func `a score's axis has two ticks at least and hardly more than asked`(
    room: Int
  ) {
    let cases: [[Double]] = [
      [2.7, 78], [50, 51], [0, 1e15], [-1e15, 1e15], [1, 1 + 1e-5], [1e15, 1e15 - 1],
    ]
    for values in cases {
      let ticks = PlotScale(.score, of: values, room: room).ticks
      #expect((2...max(5, room + 1)).contains(ticks.count), "\(values)")
      #expect(Set(ticks.map(\.text)).count == ticks.count)
    }
  }

  @Test func `days begin with the first and end with the last`() {
    let values = ["2024-11-05", "2026-08-21", "2025-03-09"].compactMap {
      CalendarDay($0)?.start.timeIntervalSince1970
    }
    let ticks = PlotScale(.days, of: values, room: 8).ticks
    #expect(ticks.filter { $0.rank == 0 }.map(\.text) == ["2024-11-05", "2026-08-21"])
    #expect(ticks.filter { $0.rank == 1 }.map(\.text) == ["2025", "2026"])
    #expect(
      ticks.filter { $0.rank == 2 }.map(\.text) == [
        "2025-04", "2025-07", "2025-10", "2026-04", "2026-07",
      ])
    #expect(Self.texts(.days, [0]) == ["1970-01-01", "1970-01-02"])
    #expect(Self.texts(.days, [-1e15, 1e15]).first == "0001-01-01")
  }

  @Test func `an axis keeps the order of its values`() {
    let values = [1e-300, 1e-9, 0.3, 0.31, 7, 1e15]
    for scale in [PlotAxis.Scale.money(zero: "free"), .tokens, .score] {
      let axis = PlotScale(scale, of: values, room: 8)
      let fractions = values.compactMap(axis.fraction)
      #expect(fractions.count == values.count)
      #expect(fractions == fractions.sorted())
      #expect(fractions.allSatisfy { (0...1).contains($0) })
    }
  }

  @Test func `zero is on no logarithmic axis`() {
    let axis = PlotScale(.money(zero: "free"), of: [0, 1, 10], room: 8)
    #expect(axis.zero == "free")
    #expect(axis.fraction(of: 0) == nil)
    #expect(PlotScale(.money(zero: "free"), of: [1, 10], room: 8).zero == nil)
    #expect(PlotScale(.score, of: [0, 10], room: 8).fraction(of: 0) == 0)
  }
}
