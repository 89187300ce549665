import Foundation
import ModelCatalog
import Testing

struct MomentTests {
  @Test(arguments: [
    ("2026-08-01", 1_785_628_799.999), ("2026-08-01T12:00:00Z", 1_785_585_600),
    ("2026-08-01T14:00:00+02:00", 1_785_585_600), ("2026-08-01T12:00:00.500Z", 1_785_585_600.5),
  ])
  func `a day means its last instant, a time means itself`(text: String, seconds: Double) throws {
    let moment = try Moment.parse(text)
    #expect(abs(moment.timeIntervalSince1970 - seconds) < 0.000_5)
  }

  @Test func `since a day means since its first instant`() throws {
    let moment = try Moment.parse("2026-08-01", day: .start)
    #expect(moment.timeIntervalSince1970 == 1_785_542_400)
  }

  @Test(arguments: [
    "", "yesterday", "2026-02-30", "2026-8-1", "2026-08-01 12:00", "1785585600",
    "2026-08-01T12:00:00Zulu", "2026-08-01T12:00:00+02:00 ", "2026-02-30T12:00:00Z",
    "2026-08-01T24:00:01Z", "2026-08-01T12:60:00Z",
  ])
  func `anything else is an error`(text: String) {
    #expect(throws: Moment.Invalid.self) { try Moment.parse(text) }
  }
}
