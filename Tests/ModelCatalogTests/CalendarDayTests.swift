import Foundation
import ModelCatalog
import Testing

struct CalendarDayTests {
  @Test func `every day from 1970 to 2100 survives the round trips`() throws {
    var calendar = Calendar(identifier: .gregorian)
    calendar.timeZone = try #require(TimeZone(identifier: "UTC"))
    var previous: CalendarDay?
    for days in 0..<47_847 {
      let day = CalendarDay(daysSince1970: days)
      #expect(day.daysSince1970 == days)
      #expect(CalendarDay(day.description) == day)
      #expect(CalendarDay(day.start) == day)
      #expect(CalendarDay(day.start + 86_399.5) == day)
      if let previous { #expect(previous < day) }
      previous = day
      // Foundation's calendar is slow, so only some days are compared with it.
      guard days % 37 == 0 else { continue }
      let parts = calendar.dateComponents([.year, .month, .day], from: day.start)
      #expect([parts.year, parts.month, parts.day] == [day.year, day.month, day.day])
    }
    #expect(previous?.description == "2100-12-31")
  }

  @Test(arguments: [
    (0, "1970-01-01"), (-1, "1969-12-31"), (11_016, "2000-02-29"), (20_686, "2026-08-21"),
    (-719_162, "0001-01-01"),
  ])
  func `days are counted from 1970`(days: Int, text: String) {
    #expect(CalendarDay(daysSince1970: days).description == text)
    #expect(CalendarDay(text)?.daysSince1970 == days)
  }

  @Test(arguments: [
    "", "2026", "2026-08", "2026-8-21", "26-08-21", "2026-13-01", "2026-00-10", "2026-02-29",
    "2100-02-29", "2026-04-31", "2026-01-00", "2026-01-32", "0000-01-01", " 2026-08-21",
    "2026-08-21 ", "2026-08-21T00:00:00Z", "2026/08/21", "-026-08-21", "2026--8-21", "２026-08-21",
    "+026-08-21", "2026-08-21-", "abcd-ef-gh",
  ])
  func `anything that is not a day is rejected`(text: String) {
    #expect(CalendarDay(text) == nil)
  }

  @Test func `leap days exist only in leap years`() {
    #expect(CalendarDay(year: 2000, month: 2, day: 29) != nil)
    #expect(CalendarDay(year: 2024, month: 2, day: 29) != nil)
    #expect(CalendarDay(year: 1900, month: 2, day: 29) == nil)
    #expect(CalendarDay(year: 2025, month: 2, day: 29) == nil)
  }

  @Test func `a date just before 1970 is on the day before`() {
    #expect(CalendarDay(Date(timeIntervalSince1970: -1)).description == "1969-12-31")
  }

  @Test(arguments: [
    (253_402_300_799.5, "9999-12-31"), (253_402_300_800, "9999-12-31"), (1e300, "9999-12-31"),
    (.infinity, "9999-12-31"), (-62_135_596_800, "0001-01-01"), (-62_135_596_801, "0001-01-01"),
    (-1e300, "0001-01-01"), (-.infinity, "0001-01-01"), (.nan, "0001-01-01"),
  ])
  func `a date outside the years 1 to 9999 gives the nearest day`(
    seconds: Double, text: String
  ) {
    #expect(CalendarDay(Date(timeIntervalSince1970: seconds)).description == text)
  }

  @Test(arguments: [
    (2_932_896, "9999-12-31"), (2_932_897, "9999-12-31"), (.max, "9999-12-31"),
    (-719_163, "0001-01-01"), (.min, "0001-01-01"),
  ])
  func `a count outside the years 1 to 9999 gives the nearest day`(days: Int, text: String) {
    #expect(CalendarDay(daysSince1970: days).description == text)
  }
}
