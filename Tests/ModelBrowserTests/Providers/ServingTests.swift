import Foundation
import ModelCatalog
import ModelRegistry
import Testing

@testable import ModelBrowser

/// Queries about endpoints in the browser: when upstream is asked, and how rows come.
struct ServingTests {
  private static let sol = "openai/gpt-5.6-sol"

  /// All ids of the fixture that have endpoints, when nothing else is asked.
  private static let all: Set<Model.ID> = Set(Fixture.models.compactMap(\.endpointsID))

  private func ids(_ effects: [Effect]) -> [Model.ID]? {
    for case .gatherEndpoints(let ids, _, _) in effects { return ids }
    return nil
  }

  private func progress(
    _ known: [ModelEndpoints], of count: Int, isDone: Bool = false,
    failure: EndpointFailure? = nil
  ) -> Event {
    var table = EndpointTable()
    for endpoints in known { table[endpoints.id] = endpoints }
    return .endpointsGathered(
      EndpointProgress(
        table: table, known: known.count, of: count, isDone: isDone, failure: failure))
  }

  private func offer(_ id: Model.ID, _ tag: String, _ input: String) -> ModelEndpoints {
    ModelEndpoints(
      id: id, endpoints: [Fixture.endpoint(tag, input: input, output: "0.00001")],
      fetched: Fixture.now)
  }

  @Test func `upstream is asked after half a second of rest`() {
    var state = Fixture.state()
    #expect(ids(state.type("/on:acme")) == nil)
    #expect(state.nextChange == Fixture.now + 0.5)
    #expect(ids(state.update(.timePassed(Fixture.now + 0.4))) == nil)
    #expect(ids(state.type("x")) == nil)
    #expect(ids(state.update(.timePassed(Fixture.now + 0.8))) == nil, "a key ends the rest")
    let asked = ids(state.update(.timePassed(Fixture.now + 0.9)))
    #expect(asked.map(Set.init) == Self.all)
    #expect(ids(state.update(.timePassed(Fixture.now + 9))) == nil, "once")
  }

  @Test func `Enter asks at once, and so does a query at the start`() {
    var state = Fixture.state()
    state.type("/author:openai quant>=8")
    #expect(
      ids(state.type("<enter>")).map(Set.init) == [
        "openai/gpt-5.6-sol", "openai/gpt-5.6-sol:batch", "openai/gpt-oss-20b:free",
      ])
    var started = Fixture.state(query: "on:acme author:qwen")
    #expect(ids(started.update(.timePassed(Fixture.now))) == ["qwen/qwen3.8-27b"])
  }

  @Test func `what a query needs is asked: health, and zero data retention`() {
    var state = Fixture.state(query: "uptime>=99 data:zdr author:qwen")
    #expect(
      state.update(.timePassed(Fixture.now)) == [
        .gatherEndpoints(["qwen/qwen3.8-27b"], .health, zeroRetention: true)
      ])
    var prices = Fixture.state(query: "on:acme author:qwen")
    #expect(
      prices.update(.timePassed(Fixture.now)) == [
        .gatherEndpoints(["qwen/qwen3.8-27b"], .prices, zeroRetention: false)
      ])
  }

  @Test func `rows come while the status line counts, and the first row stays the first`() {
    var state = Fixture.state(query: "on:acme sort:price")
    _ = state.update(.timePassed(Fixture.now))
    #expect(state.frame.text.contains("Asking OpenRouter who serves 9 models…"))
    let dear = offer("openai/gpt-5.6-sol", "acme/eu", "0.000009")
    _ = state.update(progress([dear], of: 9))
    #expect(state.frame.text.contains("endpoints 1 of 9"))
    #expect(state.search.shownIDs == ["openai/gpt-5.6-sol"])
    #expect(state.frame.text.contains("acme/eu") && state.frame.text.contains("9.00"))
    let cheap = offer("qwen/qwen3.8-27b", "acme", "0.00000001")
    _ = state.update(progress([dear, cheap], of: 9))
    #expect(state.selectedModel?.id == "qwen/qwen3.8-27b")
    // From a key on, what is selected stays.
    state.type("j")
    let middle = offer("anthropic/claude-opus-5", "acme", "0.000001")
    _ = state.update(progress([dear, cheap, middle], of: 9, isDone: true))
    #expect(state.selectedModel?.id == "openai/gpt-5.6-sol")
    #expect(
      state.search.shownIDs == [
        "qwen/qwen3.8-27b", "anthropic/claude-opus-5", "~anthropic/claude-opus-latest",
        "openai/gpt-5.6-sol",
      ])
    #expect(!state.frame.text.contains("endpoints 3 of 9"))
  }

  @Test func `a reason is said once, and what is known stays`() {
    let error = ProviderError.rejected(status: 500, message: nil, retryAfter: nil)
    let failure = EndpointFailure(error: error, date: Fixture.now)
    var state = Fixture.state(query: "on:acme")
    _ = state.update(.timePassed(Fixture.now))
    let known = offer("qwen/qwen3.8-27b", "acme", "0.00000001")
    _ = state.update(progress([known], of: 9, isDone: true, failure: failure))
    #expect(
      state.toast?.text
        == "the endpoints of 8 models are not known: OpenRouter answered 500")
    #expect(state.search.shownIDs == ["qwen/qwen3.8-27b"])
    state.toast = nil
    state.type("/ -batch<enter>")
    _ = state.update(progress([known], of: 8, isDone: true, failure: failure))
    #expect(state.toast == nil)
  }

  @Test func `what is not known of zero data retention is said`() {
    let error = ProviderError.rejected(status: 404, message: "No such list", retryAfter: nil)
    var state = Fixture.state(query: "data:zdr author:qwen")
    _ = state.update(.timePassed(Fixture.now))
    let known = offer("qwen/qwen3.8-27b", "acme", "0.00000001")
    var progress = EndpointProgress(table: EndpointTable(), known: 1, of: 1, isDone: true)
    progress.table[known.id] = known
    progress.zeroRetentionFailure = EndpointFailure(error: error, date: Fixture.now)
    _ = state.update(.endpointsGathered(progress))
    #expect(
      state.toast?.text
        == "which endpoints keep no data is not known: OpenRouter answered 404: No such list")
    #expect(state.search.matches.isEmpty)
  }

  @Test func `providers that are known complete on:`() {
    var state = Fixture.state()
    Fixture.answered(&state)
    state.type("/on:<tab>")
    #expect(state.search.completion?.candidates.map(\.text) == ["acme", "azure", "openai"])
    state.type("<esc>")
    #expect(state.search.box.text == "on:acme")
  }

  @Test func `another list of models is asked about too`() {
    var state = Fixture.state(query: "on:acme author:qwen")
    #expect(ids(state.update(.timePassed(Fixture.now)))?.count == 1)
    var snapshot = Fixture.snapshot
    snapshot.received = Fixture.now
    var model = Fixture.models[9]
    model.id = "qwen/qwen4"
    snapshot.catalog = Catalog(Fixture.models + [model])
    #expect(
      ids(state.update(.snapshotArrived(snapshot))).map(Set.init) == [
        "qwen/qwen3.8-27b", "qwen/qwen4",
      ])
  }

  @Test func `a column of an endpoint's fact asks too, and leaves no model out`() {
    var state = Fixture.state(query: "author:qwen,openai")
    _ = state.setColumns(["name", "input", "uptime"].compactMap { FactTable[$0] })
    let effects = state.update(.timePassed(Fixture.now))
    guard case .gatherEndpoints(let asked, .health, false)? = effects.first else {
      Issue.record("\(effects)")
      return
    }
    let count = state.search.matches.count
    #expect(asked.count == 4 && count > 4)
    _ = state.update(progress([offer("qwen/qwen3.8-27b", "acme", "0.5")], of: 4, isDone: true))
    #expect(state.search.matches.count == count && state.frame.text.contains("99.9"))
  }

  @Test func `the past has no endpoints, and a term about them is an error there`() {
    let past = PastCatalog(date: Fixture.now - 86_400, catalog: Catalog(Fixture.models))
    var state = State(
      snapshot: Fixture.snapshot, personal: PersonalState(), size: Size(columns: 120, rows: 36),
      now: Fixture.now, query: "on:acme", pastCatalog: past)
    state.world.isLoaded = true
    #expect(ids(state.update(.timePassed(Fixture.now + 1))) == nil)
    #expect(state.search.hint?.message.contains("is not known of the past") == true)
    #expect(state.type("p") == [] && state.overlays.isEmpty)
  }
}
