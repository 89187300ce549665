import Foundation
import ModelCatalog
import ModelRegistry
import Testing

struct PayloadDateTests {
  /// 2026-08-25.
  private static let received = Date(timeIntervalSince1970: 1_787_616_000)

  @Test(arguments: [
    ("1787311563", "2026-08-21"), ("1420070400", "2015-01-01"), ("1420070399", nil),
    ("1788220800", "2026-09-01"), ("1788220801", nil), ("253402300800", nil),
    ("1e300", nil), ("1e999", nil), ("9223372036854775808", nil), ("0", nil), ("-1", nil),
    ("-62135596801", nil), ("-1e300", nil), ("null", nil),
  ])
  func `a listing date before 2015 or more than a week ahead is unknown`(
    created: String, day: String?
  ) throws {
    let body = #"{"data":[{"id":"acme/one","name":"One","created":\#(created)}]}"#
    let listing = try OpenRouterPayload.listing(from: Data(body.utf8), received: Self.received)
    #expect(listing.skipped == [])
    let model = try #require(listing.models.first)
    #expect(model.created.map { CalendarDay($0).description } == day)
  }
}
