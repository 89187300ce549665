import Foundation
import ModelCatalog
import ModelRegistry
import Support
import Testing

@testable import ModelBrowser

/// The page of providers: keys in, screen and effects out.
struct ProvidersTests {
  private static func opened(columns: Int = 120, rows: Int = 36, hasKey: Bool = false) -> State {
    var state = Fixture.state(columns: columns, rows: rows, query: "openai/gpt-5.6-sol")
    state.type("p")
    Fixture.answered(&state, hasKey: hasKey)
    return state
  }

  /// The tag of the line with the mark.
  private func selected(_ state: State) -> String? {
    state.frame.text.split(separator: "\n").first { $0.contains("▸ ") }
      .flatMap { $0.split(separator: " ").dropFirst(2).first }.map(String.init)
  }

  @Test(arguments: [(80, 24), (120, 36), (200, 50)], [false, true])
  func `the page at every size, with medians and without`(
    size: (columns: Int, rows: Int), hasKey: Bool
  ) throws {
    let state = Self.opened(columns: size.columns, rows: size.rows, hasKey: hasKey)
    try Golden.expect(
      state.frame.text,
      matches: "providers\(hasKey ? "-medians" : "")-\(size.columns)x\(size.rows)",
      in: "../Screens")
  }

  @Test func `what is missing is never cut, at any width`() {
    for columns in 60...140 {
      let lines = Self.opened(columns: columns).frame.text.split(separator: "\n")
      #expect(lines.contains { $0.contains("structured tools 1.05M ") }, "\(columns)")
      #expect(lines.contains { $0.contains("reasoning structured tools 1.05M ") }, "\(columns)")
    }
  }

  @Test func `p asks once, shows what comes, and Esc leads back`() {
    var state = Fixture.state(query: "openai/gpt-5.6-sol")
    #expect(state.type("p") == [.loadEndpoints("openai/gpt-5.6-sol")])
    #expect(state.frame.text.contains("Asking OpenRouter who serves it…"))
    Fixture.answered(&state)
    #expect(
      state.frame.text.contains(
        "5 endpoints · input 0.90–2.75, output 4.10–16.50 $/M · the list says 2.50 and 15.00"))
    #expect(
      state.frame.text.contains(
        "3 of 5 have everything that the list promises (reasoning, structured_outputs, tools, "
          + "1,050,000 tokens)"))
    #expect(state.frame.text.contains("prices and health 3 min old"))
    #expect(state.frame.text.contains("LATENCY and TOK/S need OPENROUTER_API_KEY"))
    state.type("<esc>")
    #expect(state.overlays.isEmpty)
  }

  @Test func `the cheapest is first, s sorts, Enter copies the tag and y the id`() {
    var state = Self.opened(hasKey: true)
    #expect(selected(state) == "acme/fp4")
    #expect(state.type("<enter>") == [.copy("acme/fp4", label: "acme/fp4")])
    state.type("jj")
    #expect(selected(state) == "openai/flex")
    #expect(state.type("<enter>") == [.copy("openai/flex", label: "openai/flex")])
    #expect(
      state.type("y") == [.copy("openai/gpt-5.6-sol", label: "openai/gpt-5.6-sol")])
    let first = ["uptime": "openai/flex", "latency": "azure/eu", "throughput": "azure/eu"]
    for (order, tag) in [
      ("uptime", first["uptime"]), ("latency", first["latency"]),
      ("throughput", first["throughput"]), ("context", "openai/flex"), ("price", "acme/fp4"),
    ] {
      state.type("s")
      #expect(selected(state) == tag, "\(order)")
    }
    state.type("G")
    #expect(selected(state) == "azure/eu")
  }

  @Test func `two endpoints with one tag are two rows, and a newer answer keeps the selection`() {
    var state = Self.opened()
    state.type("j")
    #expect(selected(state) == "acme/fp4")
    #expect(state.frame.text.contains("▸ acme/fp4       1.00"))
    Fixture.answered(&state)
    #expect(state.frame.text.contains("▸ acme/fp4       1.00"))
  }

  @Test func `with a workload each endpoint has its cost, and the form opens over the page`() {
    var state = Self.opened()
    state.type("w")
    #expect(state.overlays.count == 2)
    state.type("<esc>")
    #expect(state.overlays.count == 1)
    _ = state.setWorkload(Workload(input: 1000, output: 1000, calls: CallRate(1000, .total)))
    // 4.1 + 0.9 and 4.1 + 1 dollars for a million tokens each way.
    #expect(state.frame.text.contains("$/MONTH"))
    let rows = state.frame.text.split(separator: "\n").filter { $0.contains("acme/fp4") }
    #expect(rows.first?.contains(" 5.00 ") == true && rows.last?.contains(" 5.10 ") == true)
  }

  @Test func `a failure is a sentence, and what is known stays with its age`() {
    var state = Fixture.state(query: "openai/gpt-5.6-sol")
    state.type("p")
    let error = ProviderError.rejected(status: 500, message: "Oh", retryAfter: nil)
    let failure = EndpointFailure(error: error, date: Fixture.now)
    _ = state.update(
      .endpointsAnswered("openai/gpt-5.6-sol", EndpointAnswer(failure: failure), isFinal: true))
    #expect(state.frame.text.contains("Not known: OpenRouter answered 500: Oh."))
    let id = "openai/gpt-5.6-sol"
    #expect(state.type("r") == [.loadEndpoints(id)], "asks again")
    let kept = ModelEndpoints(
      id: id, endpoints: Fixture.endpoints().endpoints, fetched: Fixture.now - 7200,
      answeredID: "openai/other", leftOut: 3)
    _ = state.update(
      .endpointsAnswered(id, EndpointAnswer(known: kept, failure: failure), isFinal: true))
    let text = state.frame.text
    #expect(text.contains("OpenRouter answered 500: Oh; OpenRouter answered about openai/other; 3"))
    #expect(text.contains("prices 2 h old · health 2 h old, may differ now"))
    #expect(text.contains("acme/fp4"))
  }

  @Test func `a core model has none, an alias those of its target, an empty list is said`() {
    var core = Fixture.state(query: "source:core sol")
    #expect(core.type("p") == [])
    #expect(core.frame.text.contains("A core model is served by its maker alone"))
    var alias = Fixture.state(query: "is:alias")
    #expect(alias.type("p") == [.loadEndpoints("anthropic/claude-opus-5")])
    let none = ModelEndpoints(
      id: "anthropic/claude-opus-5", endpoints: [], fetched: Fixture.now)
    _ = alias.update(
      .endpointsAnswered("anthropic/claude-opus-5", EndpointAnswer(known: none), isFinal: true))
    #expect(alias.frame.text.contains("OpenRouter names no endpoints of it."))
    #expect(alias.type("<enter>") == [] && alias.type("jksG<pgdn>") == [])
  }

  @Test func `a model that is removed meanwhile keeps its page`() {
    var state = Self.opened()
    var snapshot = Fixture.snapshot
    snapshot.catalog = Catalog(Fixture.models.filter { $0.id != "openai/gpt-5.6-sol" })
    _ = state.update(.snapshotArrived(snapshot))
    #expect(state.frame.text.contains("Providers of openai/gpt-5.6-sol"))
    state.type("jks<enter>")
    #expect(!state.overlays.isEmpty)
  }

  @Test func `every size and key is harmless`() {
    for columns in stride(from: 30, through: 160, by: 13) {
      for rows in stride(from: 8, through: 40, by: 4) {
        var state = Self.opened(columns: columns, rows: rows)
        state.type("jjkG<pgdn><pgup>gssss")
        #expect(state.frame.size == Size(columns: columns, rows: rows))
      }
    }
  }

  @Test func `the detail has a line once the endpoints are known`() {
    var state = Fixture.state(columns: 160, query: "openai/gpt-5.6-sol")
    #expect(!state.frame.text.contains("Providers "))
    Fixture.answered(&state)
    let words = state.screen.detail.map { $0.map(\.text).joined() }.joined(separator: " ")
      .split(separator: " ").joined(separator: " ")
    #expect(
      words.contains(
        "Providers 5 endpoints, 0.90–2.75 $/M in, the list says 2.50; 3 of 5 have everything "
          + "that the list promises (p shows them) "))
  }
}
