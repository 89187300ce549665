import ModelCatalog
import ModelText

/// The page of providers: who serves one model, an endpoint a line.
struct Providers: OverlayContent {
  /// The model whose page it is.
  let id: Model.ID
  /// The id that upstream is asked for; nil for a model without endpoints.
  let subject: Model.ID?
  private(set) var order = EndpointOrder.price
  /// The endpoint that was selected last; nil for the first one.
  private var selection: Selection?
  /// The first visible row.
  private(set) var top = 0

  /// Tags are not unique.
  private struct Selection: Equatable {
    var tag: EndpointTag
    /// How many before it have the same tag.
    var number: Int
  }

  init(of model: Model) {
    id = model.id
    subject = model.endpointsID
  }

  var overlay: Overlay { .providers(self) }
  var mode: KeyMode { .providers }

  static let bindings = Binding.Group(
    title: "In the page of providers", modes: [.providers],
    bindings: [
      Binding(
        "sort-providers", ["s"], .providers(.nextSort),
        "the next order: price, uptime, latency, throughput, context", hint: "sort"),
      Binding(
        "copy-tag", [.enter], .providers(.copyTag), "copy the tag, for routing to this endpoint",
        hint: "copy tag"),
      Binding(
        "close-providers", [.escape, "p"], .providers(.close), "close the page", hint: "back"),
    ])

  func hints(_ keys: KeyTable) -> [Hint] {
    [
      keys.hint(.providers(.nextSort), in: mode), keys.hint(.providers(.copyTag), in: mode),
      keys.hint(.share(.copyID), in: mode), keys.hint(.workload, in: mode),
      keys.hint(.refresh, text: "ask again", in: mode), keys.hint(.providers(.close), in: mode),
    ].compactMap(\.self)
  }

  // MARK: - What is shown

  /// The model whose promise and prices count: of an alias its target.
  func model(in state: State) -> Model? {
    subject.flatMap { state.catalog[$0] } ?? state.catalog[id]
  }

  func known(in state: State) -> ModelEndpoints? { subject.flatMap { state.serving.table[$0] } }

  /// In the order of the page.
  func endpoints(in state: State) -> [Endpoint] {
    guard let known = known(in: state), let model = model(in: state) else { return [] }
    return order.sorted(known.endpoints, of: model, workload: state.search.workload)
  }

  func selectedRow(of endpoints: [Endpoint]) -> Int {
    guard let selection else { return 0 }
    let same = endpoints.indices.filter { endpoints[$0].tag == selection.tag }
    return same.indices.contains(selection.number) ? same[selection.number] : same.first ?? 0
  }

  // MARK: - Update

  mutating func handle(_ input: OverlayInput, in state: State) -> OverlayResponse {
    let endpoints = endpoints(in: state)
    let height = layout(in: state).rows.rows
    let row = selectedRow(of: endpoints)
    switch input {
    case .action(.providers(.close)): return .close
    case .action(.providers(.nextSort)): changeOrder()
    case .action(.providers(.copyTag)):
      guard endpoints.indices.contains(row) else { return .stay }
      let tag = endpoints[row].tag.description
      return .run([.copy(tag, label: tag)])
    case .action(.share(.copyID)):
      let id = subject ?? id
      return .run([.copy(id, label: id)])
    case .action(.workload): return .push(.workload(WorkloadForm(state.search.workload)))
    case .action(.refresh): return subject.map(OverlayResponse.ask) ?? .stay
    case .action(.quit): return .perform(.quit)
    case .action(.move(let movement)):
      select(movement.row(from: row, count: endpoints.count, page: height), of: endpoints)
    case .wheel(let rows): select(row + rows, of: endpoints)
    case .press(let point): press(point, of: endpoints, in: state)
    case .action, .text: break
    }
    show(selectedRow(of: endpoints), height: height, count: endpoints.count)
    return .stay
  }

  private mutating func changeOrder() {
    let all = EndpointOrder.allCases
    let index = all.firstIndex(of: order) ?? 0
    order = all[(index + 1) % all.count]
    (selection, top) = (nil, 0)
  }

  private mutating func select(_ row: Int, of endpoints: [Endpoint]) {
    guard !endpoints.isEmpty else { return }
    let row = min(max(0, row), endpoints.count - 1)
    let tag = endpoints[row].tag
    selection = Selection(tag: tag, number: endpoints[..<row].count { $0.tag == tag })
  }

  private mutating func press(_ point: Point, of endpoints: [Endpoint], in state: State) {
    let area = layout(in: state).rows
    guard area.contains(point) else { return }
    select(top + point.row - area.row, of: endpoints)
  }

  private mutating func show(_ row: Int, height: Int, count: Int) {
    top = max(0, min(max(min(top, row), row - height + 1), count - height))
  }
}
