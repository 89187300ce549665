import Support
import Testing

@testable import ModelText

struct PlotNeighbourTests {
  // From 0 on: in the middle, right, far right, above, left below, free.
  private static let plot = PlotFixture.plot([
    (100, 50), (200, 52), (5000, 50), (110, 80), (10, 20), (0, 45),
  ])

  @Test(
    arguments: [
      (0, .right, 1), (1, .right, 2), (2, .right, nil), (2, .left, 1), (0, .up, 1), (0, .left, 5),
      (1, .up, 3), (3, .up, nil), (0, .down, 5), (4, .down, nil), (4, .left, 5), (5, .left, nil),
      (5, .right, 4), (3, .down, 0),
    ] as [(Int, PlotDirection, Int?)])
  func `an arrow goes to the nearest point in its direction`(
    from: Int, direction: PlotDirection, to: Int?
  ) {
    #expect(Self.plot.neighbour(of: from, toward: direction) == to)
  }

  @Test func `points with the same figures are passed in order`() {
    let plot = PlotFixture.plot([(10, 20), (10, 20), (10, 20), (30, 40)])
    #expect(plot.neighbour(of: 0, toward: .right) == 1)
    #expect(plot.neighbour(of: 1, toward: .up) == 2)
    #expect(plot.neighbour(of: 2, toward: .right) == 3)
    #expect(plot.neighbour(of: 2, toward: .left) == 1)
    #expect(plot.neighbour(of: 0, toward: .down) == nil)
  }

  @Test func `there is a neighbour wherever there is a point in that direction`() {
    var random = SeededRandom(seed: 17)
    for count in 1...40 {
      let figures = PlotFixture.random(count, &random)
      let plot = PlotFixture.plot(figures)
      for (index, one) in figures.enumerated() {
        let directions: [(PlotDirection, Bool)] = [
          (.left, figures.contains { $0.x < one.x }), (.right, figures.contains { $0.x > one.x }),
          (.down, figures.contains { $0.y < one.y }), (.up, figures.contains { $0.y > one.y }),
        ]
        for (direction, isThere) in directions where isThere {
          #expect(plot.neighbour(of: index, toward: direction) != nil)
        }
      }
    }
  }

  @Test func `arrows never go back, so none turns in a circle`() throws {
    var random = SeededRandom(seed: 19)
    let figures = PlotFixture.random(60, &random)
    let plot = PlotFixture.plot(figures)
    for index in figures.indices {
      if let right = plot.neighbour(of: index, toward: .right) {
        #expect((figures[right].x, right) > (figures[index].x, index))
      }
      if let up = plot.neighbour(of: index, toward: .up) {
        #expect((figures[up].y, up) > (figures[index].y, index))
      }
    }
  }

  @Test func `no point and no such point have no neighbour`() {
    #expect(PlotFixture.plot([]).neighbour(of: 0, toward: .up) == nil)
    #expect(PlotFixture.plot([(1, 1)]).neighbour(of: 1, toward: .up) == nil)
    #expect(PlotFixture.plot([(1, 1)]).neighbour(of: 0, toward: .up) == nil)
  }
}
