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

  // MARK: - Models that are still there

  private static func core(_ id: String, _ day: Int?, retired: Bool = false) -> Model {
    var model = Model(id: id, source: .core, name: id, author: "google")
    model.created = day.map { CalendarDay(daysSince1970: $0).start }
    model.isRetired = retired
    return model
  }

  @Test func `a retired core model names its maker's newest of the family`() {
    let retired = [
      Self.core("gemini-1.5-pro", nil, retired: true), Self.core("gemini-pro", 1, retired: true),
      Self.core("gemini-1.5-flash", nil, retired: true),
    ]
    let catalog = Catalog(
      retired + [
        Self.core("gemini-2.5-pro", 10), Self.core("gemini-3.1-pro", 20),
        Self.core("gemini-3.7-flash", 30), Self.core("gemini-2.5-flash", 11),
      ])
    #expect(
      retired.map { catalog.successor(of: $0)?.id }
        == ["gemini-3.1-pro", "gemini-3.1-pro", "gemini-3.7-flash"])
  }

  @Test func `a model with a last day names one that has none`() {
    let leaving = Model.listed("acme/alpha-2") {
      $0.created = CalendarDay(daysSince1970: 10).start
      $0.expirationDate = CalendarDay(daysSince1970: 99)
    }
    let also = Model.listed("acme/alpha-4") {
      $0.created = CalendarDay(daysSince1970: 40).start
      $0.expirationDate = CalendarDay(daysSince1970: 99)
    }
    let next = Self.model("acme/alpha-3", 30)
    let catalog = Catalog([leaving, also, next])
    #expect(catalog.successor(of: leaving)?.id == "acme/alpha-3")
    #expect(catalog.successor(of: next) == nil)
  }
}
