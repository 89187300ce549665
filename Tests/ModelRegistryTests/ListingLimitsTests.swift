import Foundation
import ModelCatalog
import Support
import Testing

@testable import ModelRegistry

/// However much upstream sends, what is used of it is limited, and the rest is counted.
struct ListingLimitsTests {
  private static func listing(_ body: Data) throws -> ProviderListing {
    try OpenRouterPayload.listing(from: body)
  }

  @Test(arguments: [(19_999, 0), (20_000, 0), (20_001, 1), (50_000, 30_000)])
  func `rows beyond twenty thousand are counted and not read`(count: Int, left: Int) throws {
    let rows = (0..<count).map { #"{"id":"\#($0)"}"# }
    let listing = try Self.listing(Data("{\"data\":[\(rows.joined(separator: ","))]}".utf8))
    #expect(listing.models.count == count - left)
    #expect(listing.models.last?.id == "\(count - left - 1)")
    #expect(listing.omissions.rowsOverLimit == left)
    #expect(listing.omissions.valuesOverLimit == 0)
  }

  @Test func `unreadable rows count for the limit, and a hundred reasons are kept`() throws {
    let rows = Array(repeating: "{}", count: 19_000) + (0..<2000).map { #"{"id":"\#($0)"}"# }
    let listing = try Self.listing(Data("{\"data\":[\(rows.joined(separator: ","))]}".utf8))
    #expect(listing.models.count == 1000)
    #expect(listing.skipped.count == 100)
    #expect(listing.omissions.unreadableRows == 19_000)
    #expect(listing.omissions.rowsOverLimit == 1000)
  }

  private static func numbers(_ count: Int, _ element: (Int) -> String) -> String {
    "[" + (0..<count).map(element).joined(separator: ",") + "]"
  }

  /// A row with one list of that many elements, and how many of it are kept.
  private static let lists:
    [(name: String, row: @Sendable (Int) -> ListingBody.Row, kept: @Sendable (Model) -> Int)] =
      [
        (
          "parameters",
          { .init("a/b").with("supported_parameters", numbers($0) { "\"p\($0)\"" }) },
          { $0.supportedParameters?.count ?? 0 }
        ),
        (
          "voices", { .init("a/b").with("supported_voices", numbers($0) { "\"v\($0)\"" }) },
          { $0.supportedVoices.count }
        ),
        (
          "modalities",
          {
            .init("a/b").with(
              "architecture", "{\"input_modalities\":\(numbers($0) { "\"m\($0)\"" })}")
          }, { $0.inputModalities.count }
        ),
        (
          "overrides",
          {
            .init("a/b").with(
              "pricing",
              "{\"overrides\":\(numbers($0) { "{\"min_prompt_tokens\":\($0),\"prompt\":\"1\"}" })}")
          }, { $0.pricing.overrides.count }
        ),
        (
          "arenas",
          {
            .init("a/b").with(
              "benchmarks",
              "{\"design_arena\":\(numbers($0) { "{\"arena\":\"a\",\"category\":\"\($0)\"}" })}")
          }, { $0.benchmarks?.arenas.count ?? 0 }
        ),
        (
          "efforts",
          {
            .init("a/b").with(
              "reasoning", "{\"supported_efforts\":\(numbers($0) { "\"e\($0)\"" })}")
          }, { $0.reasoning?.efforts.count ?? 0 }
        ),
        (
          "default parameters",
          {
            .init("a/b").with(
              "default_parameters",
              "{" + (0..<$0).map { "\"d\($0)\":1" }.joined(separator: ",") + "}")
          }, { $0.defaultParameters.count }
        ),
        (
          "prices with unknown keys",
          {
            .init("a/b").with(
              "pricing", "{" + (0..<$0).map { "\"k\($0)\":\"1\"" }.joined(separator: ",") + "}")
          }, { $0.pricing.other.count }
        ),
      ]

  @Test(arguments: lists.indices)
  func `elements beyond 256 in a list of a row are counted and not read`(number: Int) throws {
    let list = Self.lists[number]
    for (count, kept) in [(256, 256), (257, 256), (25_000, 256)] {
      let listing = try Self.listing(
        ListingBody.of([list.row(count), ListingBody.Row("z/other")]))
      #expect(listing.models.map(list.kept).first == kept, "\(list.name) of \(count)")
      #expect(listing.omissions.valuesOverLimit == count - kept, "\(list.name) of \(count)")
      #expect(listing.models.count == 2)
    }
  }

  @Test func `what a row that cannot be read left out is not counted`() throws {
    let row = ListingBody.Row("a/b").with(
      "supported_parameters", Self.numbers(300) { "\"p\($0)\"" }
    ).with("architecture", "7")
    let listing = try Self.listing(ListingBody.of([row, .init("c/d")]))
    #expect(listing.omissions.unreadableRows == 1)
    #expect(listing.omissions.valuesOverLimit == 0)
  }

  @Test func `an override has at most sixteen conditions`() throws {
    let conditions = (0..<300).map { "\"c\($0)\":true" }.joined(separator: ",")
    let row = ListingBody.Row("a/b").with(
      "pricing", "{\"overrides\":[{\(conditions)}]}")
    let listing = try Self.listing(ListingBody.of([row]))
    #expect(listing.models[0].pricing.overrides[0].conditions.count == 16)
    #expect(listing.omissions.valuesOverLimit == 284)
  }

  @Test func `names of members are cut before they are compared`() throws {
    let marks = String(repeating: "\u{301}\u{323}", count: 50_000)
    let row = ListingBody.Row("a/b")
      .with("default_parameters", "{\(ListingBody.Row.quoted("x" + marks)):1}")
      .with("pricing", "{\(ListingBody.Row.quoted("y" + marks)):\"1\"}")
      .with("z" + marks, "1")
    let model = try Self.listing(ListingBody.of([row])).models[0]
    #expect(model.defaultParameters.keys.map(\.unicodeScalars.count) == [5])
    #expect(model.pricing.other.keys.map(\.unicodeScalars.count) == [5])
  }

  @Test func `a cancelled task reads no rows`() async throws {
    let body = ListingBody.of(ListingBody.ids(50))
    let task = Task { () -> Result<Int, ProviderError> in
      while !Task.isCancelled { await Task.yield() }
      do throws(ProviderError) {
        return .success(try OpenRouterPayload.listing(from: body).models.count)
      } catch {
        return .failure(error)
      }
    }
    task.cancel()
    #expect(await task.value == .failure(.unreachable("cancelled")))
  }

  @Test func `reading is a part of what the deadline limits`() async throws {
    // The work notices the end of the race by its cancellation, as reading does at each row.
    let body = ListingBody.of(ListingBody.ids(3))
    let outcome = await Deadline.race(against: .milliseconds(1)) { () -> ProviderError? in
      while !Task.isCancelled { await Task.yield() }
      do throws(ProviderError) {
        _ = try OpenRouterPayload.listing(from: body)
        return nil
      } catch {
        return error
      }
    }
    #expect(outcome == .none || outcome == .some(.unreachable("cancelled")))
  }
}
