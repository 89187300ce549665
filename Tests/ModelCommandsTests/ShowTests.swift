import Foundation
import Support
import Testing

struct ShowTests {
  private let program: Program
  private let body: String

  init() throws {
    program = try Program()
    body = try program.write(SmallBody.data, to: "body.json")
  }

  @Test func `a page has facts, prices by condition, description and source`() async throws {
    let outcome = try await program.run("show", "acme/alpha", "--upstream", body)
    #expect(outcome.status == 0)
    #expect(outcome.error == "")
    let listed = try Regex("Listed      2026-01-01, .* ago\n")
    #expect(
      outcome.output.replacing(listed, with: "Listed      then\n") == """
        Acme: Alpha
        acme/alpha

        Context     200,000 tokens
        Max output  64,000 tokens
        Endpoint    128,000 tokens of context
        Takes       text, image
        Gives       text
        Listed      then
        Knowledge   until 2025-06-30
        Abilities   vision tools caching

        Prices in USD
                       base  above 128k
          input        3.00        6.00  per million tokens
          output      15.00       20.00  per million tokens
          cache read   0.30              per million tokens

        Same model
          free  acme/alpha:free  free  rate-limited

        The first, "quoted", and on
        two lines.

        Author      acme
        Category    Other
        Canonical   acme/alpha-20260101
        Weights     https://huggingface.co/acme/Alpha
        Tokenizer   GPT
        Moderated   yes
        Page        https://openrouter.ai/acme/alpha
        Parameters  temperature, tools
        Defaults    temperature 0.7

        """)
  }

  @Test func `a core model names its OpenRouter row and the difference`() async throws {
    let listing = try program.write(ListingBody.of(["openai/gpt-5.4"]), to: "gpt.json")
    let outcome = try await program.run("show", "gpt-5.4", "--upstream", listing)
    #expect(
      outcome.output.contains(
        """
        Same model
          OpenRouter  openai/gpt-5.4  1.00 in, 1.00 out $/M  input −60 %, output −93 %

        """))
  }

  @Test func `json is one model`() async throws {
    let outcome = try await program.run(
      "show", "acme/alpha", "--upstream", body, "--format", "json")
    #expect(outcome.status == 0)
    #expect(outcome.output.hasPrefix("{\n  \"id\": \"acme/alpha\",\n  \"name\": \"Acme: Alpha\","))
    #expect(
      outcome.output.contains(
        """
            "overrides": [
              {
                "minPromptTokens": 128000,
                "input": 6,
                "output": 20
              }
            ]
        """))
  }

  @Test func `a canonical slug finds its model, with a notice`() async throws {
    let outcome = try await program.run(
      "show", "acme/alpha-20260101", "--upstream", body, "--format", "json")
    #expect(outcome.status == 0)
    #expect(outcome.error == "modeldex: acme/alpha-20260101 is acme/alpha\n")
  }

  @Test func `an unknown id gives the five nearest`() async throws {
    let outcome = try await program.run("show", "acme/alhpa", "--upstream", body)
    #expect(outcome.output == "")
    #expect(outcome.status == 1)
    let lines = outcome.error.split(separator: "\n")
    #expect(lines.first == "modeldex: there is no model “acme/alhpa”; the nearest are:")
    #expect(lines.dropFirst().first == "  acme/alpha")
    #expect(lines.count == 6)
  }

  @Test(arguments: [
    "' a/one '", "'\ta/one\u{A0}'", "'`a/one`'", "'\"a/one\",'", "'[a/one]'", "'<A/One>'",
  ])
  func `what was copied around an id does not count`(argument: String) async throws {
    let program = try Program()
    try program.cache(ListingBody.of(["a/one", "a/two"]))
    let outcome = try await program.shell("modeldex show \(argument) --format json")
    #expect(outcome.status == 0)
    #expect(outcome.output.contains("\"id\": \"a/one\""))
    #expect(outcome.error == "")
  }
}
