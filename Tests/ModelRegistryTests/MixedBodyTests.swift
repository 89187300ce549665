import Foundation
import ModelCatalog
import ModelText
import Support
import Testing

@testable import ModelRegistry

/// Everything that can be odd about prices and dates, in one body: rows that are right stay right.
struct MixedBodyTests {
  private typealias Row = ListingBody.Row

  private static let good = Row("acme/good")
    .with("pricing", #"{"prompt":"0.000003","completion":"0.000015"}"#)
    .with("created", "1780000000")

  private static let odd: [Row] = [
    Row("acme/exponent").with("pricing", #"{"prompt":"5e-7","completion":2E-6}"#),
    Row("acme/words").with("pricing", #"{"prompt":"cheap","completion":"0.000001"}"#),
    Row("acme/storage").with("pricing", #"{"prompt":"0","completion":"0","storage":"0.5"}"#),
    Row("acme/late").with("created", "1956528000"),
    Row("acme/early").with("created", "725846400"),
    Row("acme/tiers").with(
      "pricing",
      #"{"prompt":"1e-6","completion":"2e-6","overrides":[7,{"tier":"x","prompt":"3e-6"}]}"#),
    Row("acme/speech").with("architecture", #"{"modality":"text->speech"}"#)
      .with("pricing", #"{"prompt":"0.000015","completion":"0"}"#),
    Row("acme/image").with("architecture", #"{"modality":"text->image"}"#)
      .with("pricing", #"{"prompt":"0","completion":"0","image":"0.04"}"#),
  ]

  @Test func `right rows stay right, and what cannot be read is unknown and counted`() throws {
    let rows = [Self.odd[0], Self.good] + Self.odd.dropFirst() + [Self.good]
    let text = ListingBody.ofJSON(rows.map(\.json) + [#"{"id":7}"#, "null"])
    let body = Data([0xEF, 0xBB, 0xBF]) + text
    let received = try #require(CalendarDay("2026-08-01")?.start)
    let listing = try OpenRouterPayload.listing(from: body, received: received)
    // The second good row has an id that is known, the last two are no models.
    #expect(listing.skipped.count == 3)
    #expect(listing.omissions.unreadablePrices == 2)
    let models = Dictionary(uniqueKeysWithValues: listing.models.map { ($0.id, $0) })
    let alone = try OpenRouterPayload.listing(
      from: ListingBody.of([Self.good]), received: received)
    #expect(models["acme/good"] == alone.models.first)
    #expect(models["acme/good"]?.created != nil)
    #expect(models["acme/exponent"]?.priceSummary == "0.50 in, 2.00 out $/M")
    #expect(models["acme/words"]?.priceSummary == "1.00 out $/M")
    #expect(models["acme/storage"]?.isFree == false)
    #expect(models["acme/late"]?.created == nil && models["acme/early"]?.created == nil)
    #expect(
      models["acme/tiers"]?.pricing.overrides.map(\.words) == ["tier (unknown condition)"])
    #expect(models["acme/speech"]?.priceSummary == "15.00 $/Mchar")
    #expect(models["acme/image"]?.priceSummary == nil)
    #expect(Catalog(listing.models).unknownPriceKeys == ["storage": 1])
  }
}
