import Foundation
import ModelCatalog
import ModelRegistry
import Testing

struct PayloadDateTests {
  @Test(arguments: [
    ("1787311563", "2026-08-21"), ("253402300799", "9999-12-31"), ("253402300800", nil),
    ("1e300", nil), ("1e999", nil), ("9223372036854775808", nil), ("0", nil), ("-1", nil),
    ("-62135596801", nil), ("-1e300", nil), ("null", nil),
  ])
  func `a listing date outside the years that exist is unknown`(
    created: String, day: String?
  ) throws {
    let body = #"{"data":[{"id":"acme/one","name":"One","created":\#(created)}]}"#
    let listing = try OpenRouterPayload.listing(from: Data(body.utf8))
    #expect(listing.skipped == [])
    let model = try #require(listing.models.first)
    #expect(model.created.map { CalendarDay($0).description } == day)
  }
}
