import Foundation
import ModelCatalog
import Testing

/// The order by relevance, on small lists of models from the oldest to the newest.
@Suite struct RelevanceTests {
  struct Row: Sendable {
    let query: String
    /// Ids, or `id = name`, the oldest first; their months ascend from 2025-01.
    let models: [String]
    /// The slugs that are found, in order.
    let found: [String]
  }

  private func found(_ row: Row) throws -> [String] {
    let models = row.models.enumerated().map { number, text in
      let parts = text.components(separatedBy: " = ")
      let slug = String(parts[0].split(separator: "/").last ?? "")
      return Model.listed(parts[0]) {
        $0.name = parts.count > 1 ? parts[1] : slug
        $0.created = CalendarDay("2025-01-01")?.start.addingTimeInterval(Double(number) * 2_600_000)
      }
    }
    let index = SearchIndex(Catalog(models))
    return index.search(try Query.parse(row.query), in: SampleCatalog.context).matches
      .map { String(index.catalog.models[$0.index].slug) }
  }

  @Test(arguments: [
    Row(
      query: "haiku", models: ["a/claude-3-haiku", "a/claude-haiku-4.5", "a/claude-haiku-lite"],
      found: ["claude-haiku-4.5", "claude-3-haiku", "claude-haiku-lite"]),
    Row(
      query: "gemini pro",
      models: ["a/gemini-2.5-pro", "a/gemini-2.5-pro-v2", "a/gemini-3-pro-0813"],
      found: ["gemini-3-pro-0813", "gemini-2.5-pro-v2", "gemini-2.5-pro"]),
    Row(
      query: "zephyr",
      models: ["a/zephyr-7", "a/zephyr-7-instruct", "a/zephyr-7-chat", "a/zephyr-it"],
      found: ["zephyr-it", "zephyr-7-chat", "zephyr-7-instruct", "zephyr-7"]),
    Row(
      query: "opal",
      models: ["a/opal-1", "a/opal-1:thinking", "a/opal-1-preview", "a/opal-1-latest"],
      found: ["opal-1-latest", "opal-1-preview", "opal-1:thinking", "opal-1"]),
    Row(
      query: "4o", models: ["a/gpt-4o-2024-05-13", "a/gpt-4o-2024-11-20", "a/gpt-4o-mini"],
      found: ["gpt-4o-2024-11-20", "gpt-4o-2024-05-13", "gpt-4o-mini"]),
  ])
  func `numbers, versions, dates, variants and tunings are no unmatched text`(row: Row) throws {
    #expect(try found(row) == row.found)
  }

  @Test(arguments: [
    Row(
      query: "llama3 70b", models: ["m/llama-3.3-70b-instruct", "b/llama-3.3-euryale-70b"],
      found: ["llama-3.3-70b-instruct", "llama-3.3-euryale-70b"]),
    Row(
      query: "llama 70b", models: ["m/llama-3.3-70b-instruct", "b/r1-distill-llama-70b"],
      found: ["llama-3.3-70b-instruct", "r1-distill-llama-70b"]),
    Row(
      query: "mistral 24b", models: ["m/mistral-3-24b-instruct", "c/dolphin-mistral-24b"],
      found: ["mistral-3-24b-instruct", "dolphin-mistral-24b"]),
  ])
  func `an original comes before what others derived from it`(row: Row) throws {
    #expect(try found(row) == row.found)
  }

  @Test(arguments: [
    Row(
      query: "flash lite", models: ["a/x-flash-lite", "a/x-lite-flash"],
      found: [
        "x-flash-lite", "x-lite-flash",
      ]),
    Row(
      query: "lite flash", models: ["a/x-flash-lite", "a/x-lite-flash"],
      found: [
        "x-lite-flash", "x-flash-lite",
      ]),
    Row(
      query: "sol pro", models: ["a/x-sol-pro-9", "a/x-pro-sol", "a/sol-pro-big-thing"],
      found: [
        "sol-pro-big-thing", "x-sol-pro-9", "x-pro-sol",
      ]),
    Row(
      query: "opus 5", models: ["a/opus-5-fast", "a/opus-4.5"], found: ["opus-5-fast", "opus-4.5"]),
    Row(query: "open ai", models: ["openai/x", "b/openair"], found: ["x", "openair"]),
  ])
  func `words side by side in the typed order come before scattered ones`(row: Row) throws {
    #expect(try found(row) == row.found)
  }

  @Test func `words side by side in a description come before scattered ones`() throws {
    let texts = ["For text-to-speech.", "Speech in, text out: to hear. Speech-to-text."]
    let index = SearchIndex(
      Catalog(
        texts.enumerated().map { number, text in
          Model.listed("a/\(number)") { $0.description = text }
        }))
    for (query, first) in [("text to speech", "a/0"), ("speech to text", "a/1")] {
      let found = index.search(try Query.parse(query), in: SampleCatalog.context).matches
      #expect(found.map { index.catalog.models[$0.index].id }.first == first)
      #expect(found.count == 2)
    }
  }

  @Test(arguments: [
    Row(
      query: "acme", models: ["acme/tiny", "acme/very-long-name-3", "b/acme-copy"],
      found: ["very-long-name-3", "tiny", "acme-copy"]),
    Row(
      query: "z.ai", models: ["z-ai/glm-5", "z-ai/glm-5-turbo", "z-ai/glm-4v"],
      found: ["glm-4v", "glm-5-turbo", "glm-5"]),
    Row(
      query: "zed labs",
      models: ["zed/a-1 = Zed Labs: A 1", "zed/a-1-long-name = Zed Labs: A 1 Long"],
      found: ["a-1-long-name", "a-1"]),
    // A family has three models or more.
    Row(
      query: "kimi", models: ["m/kimi-k2", "m/kimi-k2-thinking", "m/kimi-k3-code", "b/kimi"],
      found: ["kimi", "kimi-k3-code", "kimi-k2-thinking", "kimi-k2"]),
    Row(
      query: "gpt", models: ["openai/gpt-4", "openai/gpt-5-codex", "openai/gpt-image-2"],
      found: ["gpt-image-2", "gpt-5-codex", "gpt-4"]),
  ])
  func `an author's or family's name alone lists its models, the newest first`(row: Row) throws {
    #expect(try found(row) == row.found)
  }

  @Test(arguments: [
    Row(
      query: "command r", models: ["c/command-r", "c/command-r-plus", "c/command-rust"],
      found: [
        "command-r", "command-r-plus",
      ]),
    Row(query: "qwen 3", models: ["q/qwen3-8b", "q/qwen2-3b", "q/qwen33"], found: ["qwen3-8b"]),
    Row(
      query: "gpt 4", models: ["o/gpt-4", "o/gpt-4.1", "o/gpt-5-a4b"], found: ["gpt-4", "gpt-4.1"]),
    Row(query: "-x", models: ["o/gpt-x", "o/gpt-xl"], found: ["gpt-xl"]),
  ])
  func `one letter must be a whole word`(row: Row) throws {
    #expect(try found(row) == row.found)
  }

  @Test(arguments: [
    Row(query: "tts", models: ["o/test-times-square"], found: []),
    Row(query: "o1", models: ["a/nova-pro-1.0", "o/o1-mini"], found: ["o1-mini"]),
    Row(query: "o1", models: ["a/nova-pro-1.0"], found: []),
    Row(query: "gpd", models: ["o/gpt-diamond"], found: []),
    Row(query: "3.5", models: ["q/qwen3.5-27b", "q/qwen-13.5"], found: ["qwen3.5-27b"]),
    Row(query: "gptd", models: ["o/gpt-5-diamond"], found: ["gpt-5-diamond"]),
  ])
  func `up to three letters are looked for neither letter by letter nor across words`(
    row: Row
  ) throws {
    #expect(try found(row) == row.found)
  }
}
