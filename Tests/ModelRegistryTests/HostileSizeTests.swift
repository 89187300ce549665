import Foundation
import ModelCatalog
import Support
import Testing

@testable import ModelRegistry

/// Every hostile text, a hundred thousand times as long, through every reader of upstream's bytes.
///
/// What each text may cost is counted in the characters that are composed and kept.
@Suite(.serialized)
struct HostileSizeTests {
  /// The length of a text, in bytes.
  ///
  /// A debug build takes minutes for a hundred thousand times every text, so that only `.ci/nightly
  /// sizes` goes so far.
  private static let most =
    ProcessInfo.processInfo.environment["MODELDEX_LONG"] == nil ? 1 << 14 : 1 << 24

  private static func long(_ hostile: HostileText) -> String {
    let size = max(1, hostile.text.utf8.count)
    return String(repeating: hostile.text, count: min(100_000, max(1, most / size)))
  }

  /// Characters that are composed for so many letters: each may have sixteen marks and a joiner.
  private static func composed(_ letters: Int) -> Int { 4 * (letters + 1) * 18 }

  @Test(arguments: HostileText.all)
  func `the work for a text depends on what is shown of it`(hostile: HostileText) {
    let text = Self.long(hostile)
    for limit in [40, 200] {
      let beginning = DisplayText.beginning(of: text, letters: limit)
      #expect(beginning.unicodeScalars.count <= Self.composed(limit))
      let shown = DisplayText.clean(text, limit: limit)
      #expect(ShownText.fault(in: shown) == nil)
      // A letter has at most four marks, and `…` marks the end.
      #expect(shown.unicodeScalars.count <= 5 * (limit + 1))
      // Cutting first shows the same as cutting last.
      #expect(shown == DisplayText.clean(beginning, limit: limit) || shown.hasSuffix("…"))
    }
  }

  @Test(arguments: HostileText.all)
  func `a list with a long name and a long key is read, and shows a line of it`(
    hostile: HostileText
  ) throws {
    let quoted = ListingBody.Row.quoted(Self.long(hostile))
    let body = Data(
      #"{"data":[{"id":"a/b","name":\#(quoted)},{"id":"a/c",\#(quoted):1}],"error":\#(quoted)}"#
        .utf8)
    let models = try OpenRouterPayload.listing(from: body).models
    #expect(models.map(\.id) == ["a/b", "a/c"])
    #expect(models.allSatisfy { $0.name.unicodeScalars.count <= 5 * 201 })
  }

  @Test(arguments: HostileText.all)
  func `messages and notes are read as far as they are shown`(hostile: HostileText) throws {
    let quoted = ListingBody.Row.quoted(String(Self.long(hostile).prefix(4000)))
    let error = Data(#"{"error":{"message":\#(quoted)}}"#.utf8)
    let message = ErrorBody.message(error, without: APIKey("sk-or-secret")) ?? ""
    #expect(message.unicodeScalars.count <= 5 * 201)
    let note = FailureNote(
      json: Data(#"{"failedAt":"2026-08-22T12:00:00.000Z","error":\#(quoted)}"#.utf8))
    #expect((note?.summary ?? "").unicodeScalars.count <= 5 * 1001)
  }
}
