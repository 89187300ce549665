import Testing

@testable import ModelCommands

struct TableWidthsTests {
  @Test(arguments: [
    // Natural widths, available width, resulting widths.
    ([20, 30, 10], nil, [20, 30, 10]), ([20, 30, 10], 64, [20, 30, 10]),
    ([20, 30, 10], 60, [20, 26, 10]), ([20, 30, 10], 42, [20, 8, 10]),
    ([20, 30, 10], 41, [20, 19]), ([60, 30, 10], 80, [58, 8, 10]),
    ([60, 30, 10], 62, [40, 8, 10]), ([60, 30, 10], 61, [51, 8]), ([60, 30, 10], 30, [30]),
    ([60], 0, [1]), ([], 10, []),
  ])
  func `texts are narrowed, then the first column, then columns are dropped`(
    natural: [Int], room: Int?, widths: [Int]
  ) {
    // The last column has numbers.
    let isFlexible = natural.indices.map { $0 < 2 }
    #expect(TableWidths.fitting(natural, isFlexible: isFlexible, into: room) == widths)
  }
}
