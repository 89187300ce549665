import Foundation
import ModelCatalog
import Testing

struct SuccessorTests {
  private static func model(_ id: String, _ day: Int) -> Model {
    .listed(id) { $0.created = CalendarDay(daysSince1970: day).start }
  }

  private static let listed = Catalog([
    model("anthropic/claude-sonnet-4", 20), model("anthropic/claude-sonnet-5", 30),
    model("anthropic/claude-sonnet-5:batch", 30), model("anthropic/claude-opus-5", 31),
    model("anthropic/claude-haiku-4.5", 25),
    model("openai/gpt-5-mini", 30), model("openai/gpt-5.6", 32), model("openai/gpt-5.6-pro", 33),
    model("openai/o3-mini", 15), model("openai/o4", 28),
    model("mistralai/mistral-large-3", 30), model("mistralai/devstral-2", 31),
    model("google/gemini-3-flash", 29), model("google/gemma-4-31b-it:free", 30),
    model("google/gemma-4-31b-it", 30),
    .listed("~anthropic/claude-sonnet-latest", author: "anthropic") {
      $0.created = CalendarDay(daysSince1970: 40).start
      $0.aliasTarget = "anthropic/claude-sonnet-5"
    },
    .listed("anthropic/claude-sonnet-6") {
      $0.created = CalendarDay(daysSince1970: 41).start
      $0.lastListed = CalendarDay(daysSince1970: 42).start
    },
    .listed("openai/gpt-undated"),
  ])

  @Test(arguments: [
    ("anthropic/claude-3.5-sonnet", 10, "anthropic/claude-sonnet-5"),
    ("anthropic/claude-3-haiku", 5, "anthropic/claude-haiku-4.5"),
    ("anthropic/claude-opus-4.5", 22, "anthropic/claude-opus-5"),
    ("openai/gpt-4o-mini", 8, "openai/gpt-5-mini"), ("openai/gpt-4o", 7, "openai/gpt-5.6"),
    ("openai/o1-mini", 6, "openai/o3-mini"), ("openai/o1-pro", 6, "openai/o4"),
    ("mistralai/mistral-large-2", 9, "mistralai/mistral-large-3"),
    ("google/gemma-3-27b-it:free", 9, "google/gemma-4-31b-it:free"),
    ("google/gemma-3-27b-it", 9, "google/gemma-4-31b-it"),
    // Only the author or its name matches.
    ("mistralai/mistral-tiny", 3, nil), ("google/palm-2", 1, nil),
    // No newer model is listed.
    ("anthropic/claude-sonnet-5.5", 35, nil), ("nobody/else", 1, nil),
  ])
  func `the successor is the author's most similar newer model`(
    id: String, day: Int, successor: String?
  ) {
    #expect(Successor.likely(of: Self.model(id, day), among: Self.listed)?.id == successor)
  }

  @Test func `a model without a listing date has no successor`() {
    #expect(Successor.likely(of: .listed("openai/gpt-4o"), among: Self.listed) == nil)
  }
}
