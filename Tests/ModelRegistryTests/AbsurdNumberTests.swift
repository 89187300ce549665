import Foundation
import ModelCatalog
import Support
import Testing

@testable import ModelRegistry

/// Numbers that no model has must not reach what counts and shows them.
struct AbsurdNumberTests {
  @Test(arguments: ["9223372036854775807", "1e18", "1e300", "-5"])
  func `a context that no model has is unknown`(context: String) throws {
    let row = ListingBody.Row("a/b").with("context_length", context)
    let listing = try OpenRouterPayload.listing(from: ListingBody.of([row]))
    #expect(listing.models.first?.contextLength == nil)
  }

  @Test(arguments: ["1e300", "-1e300", "1e19", "1e999"])
  func `a score that no arena gives is unknown`(elo: String) throws {
    let row = ListingBody.Row("a/b").with(
      "benchmarks",
      #"{"design_arena":[{"arena":"models","category":"code","elo":\#(elo),"rank":1}]}"#)
    let listing = try OpenRouterPayload.listing(from: ListingBody.of([row]))
    #expect(listing.models.first?.benchmarks?.arenas.first?.elo == nil)
  }
}
