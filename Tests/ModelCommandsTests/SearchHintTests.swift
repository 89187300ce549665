import Support
import Testing

/// What `list` says on standard error about a query that is valid.
struct SearchHintTests {
  private let program: Program

  init() throws { program = try Program() }

  private func list(_ query: String) async throws -> Program.Outcome {
    try await program.run("list", "--format", "ids", query)
  }

  @Test(arguments: [
    ("vision", "“vision” is looked for as text; did you mean “has:vision”?"),
    (
      "free reasoning",
      "“free reasoning” is looked for as text; did you mean “is:free has:reasoning”?"
    ),
    ("provder:a", "“provder:a” is looked for as text; did you mean “provider:a”?"),
    ("model:one", "“model:one” is looked for as text; did you mean “one”?"),
  ])
  func `a term is offered, and nothing is guessed`(query: String, hint: String) async throws {
    try program.cache(ListingBody.of(["a/one"]))
    let outcome = try await list(query + " source:openrouter")
    #expect(outcome.output == "")
    #expect(outcome.status == 1)
    #expect(
      outcome.error == """
        modeldex: \(hint)
        modeldex: nothing matches “\(query) source:openrouter”

        """)
  }

  @Test func `what matches is listed all the same`() async throws {
    try program.cache(ListingBody.of(["a/vision-one"]))
    #expect(
      try await list("vision")
        == .init(
          output: "a/vision-one\n",
          error: "modeldex: “vision” is looked for as text; did you mean “has:vision”?\n", status: 0
        ))
  }

  @Test func `a removed model is mentioned where no listed one has the name`() async throws {
    try await PastBodies.importAll(into: program)
    try program.cache(PastBodies.third)
    #expect(
      try await list("one-pro source:openrouter")
        == .init(
          output: "a/one-2-pro\n",
          error: """
            modeldex: “one-pro” was not found; these models contain its letters in order
            modeldex: 1 removed model matches: is:removed shows it

            """, status: 0))
    #expect(try await list("one-pro is:removed").output == "a/one-pro\n")
    #expect(try await list("a/one-2-pro").error == "")
  }

  @Test(arguments: ["'a/one'", "`a/one`,", "https://openrouter.ai/a/one", "openrouter/a/one"])
  func `an id is found as it is pasted`(query: String) async throws {
    try program.cache(ListingBody.of(["a/one", "a/one-pro"]))
    let outcome = try await list(query)
    #expect(outcome.output.hasPrefix("a/one\n"))
    #expect(outcome.status == 0)
  }
}
