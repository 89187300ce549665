import Testing

@testable import ModelRegistry

struct RefreshScheduleTests {
  /// Every wait is the longest that jitter allows.
  private func longest(_ range: ClosedRange<Double>) -> Double { range.upperBound }

  @Test
  func `failures back off from two seconds, doubling to a quarter of an hour`() {
    var schedule = RefreshSchedule()
    let waits = (1...12).map { _ in
      schedule.failed(with: .unreachable("connection refused"), random: longest)
    }
    #expect(
      waits == [2, 4, 8, 16, 32, 64, 128, 256, 512, 900, 900, 900].map { .seconds($0) })
    #expect(schedule.failures == 12)
  }

  @Test
  func `jitter takes anything between nothing and the whole`() {
    var schedule = RefreshSchedule()
    var ranges: [ClosedRange<Double>] = []
    for _ in 1...3 {
      let wait = schedule.failed(with: .unreachable("")) { range in
        ranges.append(range)
        return range.upperBound / 4
      }
      #expect(wait == .seconds((ranges.last?.upperBound ?? 0) / 4))
    }
    #expect(ranges == [0...2, 0...4, 0...8])
  }

  @Test
  func `a success waits an interval and forgets the failures`() {
    var schedule = RefreshSchedule(interval: .seconds(600))
    for _ in 1...5 { _ = schedule.failed(with: .unreachable(""), random: longest) }
    #expect(schedule.succeeded() == .seconds(600))
    #expect(schedule.failures == 0)
    #expect(schedule.failed(with: .unreachable(""), random: longest) == .seconds(2))
  }

  @Test(
    arguments: [
      (.unreachable("timed out"), 2), (.malformed("it is a web page"), 2), (.refused(.empty), 2),
      (.tooLarge(limit: 1), 3600), (.refused(.offline), 3600),
      (.refused(.shrunken(known: 9, kept: 1, seen: 1, needed: 3)), 3600),
      (.rejected(status: 500, message: nil, retryAfter: nil), 2),
      (.rejected(status: 503, message: nil, retryAfter: nil), 2),
      (.rejected(status: 408, message: nil, retryAfter: nil), 2),
      (.rejected(status: 429, message: nil, retryAfter: nil), 2),
      (.rejected(status: 400, message: nil, retryAfter: nil), 3600),
      (.rejected(status: 401, message: nil, retryAfter: nil), 3600),
      (.rejected(status: 404, message: nil, retryAfter: nil), 3600),
      (.rejected(status: 301, message: nil, retryAfter: nil), 3600),
      (.rejected(status: 204, message: nil, retryAfter: nil), 3600),
      (.rejected(status: 429, message: nil, retryAfter: .seconds(120)), 120),
      (.rejected(status: 429, message: nil, retryAfter: .seconds(1)), 2),
      (.rejected(status: 503, message: nil, retryAfter: .seconds(3600)), 3600),
      (.rejected(status: 503, message: nil, retryAfter: .seconds(86_400)), 3600),
      (.rejected(status: 403, message: nil, retryAfter: .seconds(10)), 3600),
    ] as [(ProviderError, Int)])
  func `each failure has its first wait`(error: ProviderError, seconds: Int) {
    var schedule = RefreshSchedule()
    #expect(schedule.failed(with: error, random: longest) == .seconds(seconds))
  }

  @Test(arguments: [1, 5, 60])
  func `no wait is longer than the interval, unless upstream asks for it`(seconds: Int) {
    var schedule = RefreshSchedule(interval: .seconds(seconds))
    for _ in 1...20 {
      #expect(schedule.failed(with: .unreachable(""), random: longest) <= .seconds(seconds))
    }
    let asked = ProviderError.rejected(status: 429, message: nil, retryAfter: .seconds(900))
    #expect(schedule.failed(with: asked, random: longest) == .seconds(900))
  }

  @Test
  func `a year of failures overflows nothing`() {
    var schedule = RefreshSchedule()
    for _ in 1...100_000 { _ = schedule.failed(with: .unreachable(""), random: longest) }
    #expect(schedule.failed(with: .unreachable(""), random: longest) == .seconds(900))
  }
}
