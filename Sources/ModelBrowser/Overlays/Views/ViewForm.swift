import ModelCatalog
import ModelRegistry

/// The form that keeps the present view under a name, and renames or deletes a kept one.
struct ViewForm: OverlayContent {
  private(set) var name: TextField
  /// The names of the kept views.
  let kept: [String]
  /// The kept view that is renamed or deleted: the chosen one, or the last one that was stepped to.
  private(set) var subject: String?
  /// Whether the next key for it deletes.
  private(set) var isDeleting = false

  var overlay: Overlay { .viewForm(self) }
  var mode: KeyMode { .viewForm }

  static let bindings = Binding.Group(
    title: "In the form for views", modes: [.viewForm],
    bindings: [
      Binding(
        "keep-view", [.enter], .overlay(.confirm), "keep what the list shows under this name",
        hint: "keep"),
      Binding(
        "rename-view", [.control("r")], .views(.rename), "give a kept view this name",
        hint: "rename"),
      Binding(
        "delete-view", [.control("x")], .views(.delete), "delete a kept view (asks first)",
        hint: "delete"),
      Binding("close-view", [.escape], .overlay(.close), "close without keeping", hint: "close"),
    ])

  /// The most characters of a name that is offered.
  private static let offeredLength = 40

  /// Offers the name of the chosen view, else the query, else the order.
  init(in state: State) {
    kept = state.personal.views.names
    subject = state.search.view?.name
    let query = state.search.queryText
    name = TextField(
      subject
        ?? (query.isEmpty
        ? state.shownSort.label.filter { $0 != "↑" && $0 != "↓" }
        : String(query.prefix(Self.offeredLength))).trimmed)
  }

  func hints(_ keys: KeyTable) -> [Hint] {
    let ofKept: [Hint?] =
      kept.isEmpty
      ? []
      : [
        keys.hint(.move(.up), .move(.down), text: "kept views", in: mode),
        keys.hint(.views(.rename), in: mode), keys.hint(.views(.delete), in: mode),
      ]
    return
      ([keys.hint(.overlay(.confirm), in: mode)] + ofKept
      + [keys.hint(.overlay(.close), in: mode)]).compactMap(\.self)
  }

  /// The name as it will be kept.
  var text: String { name.text.trimmed }

  /// The kept view that is meant: the one of this name, else the one that was chosen.
  var meant: String? { kept.contains(text) ? text : subject }

  // MARK: - Update

  mutating func handle(_ input: OverlayInput, in state: State) -> OverlayResponse {
    let wasDeleting = isDeleting
    isDeleting = false
    switch input {
    case .action(.overlay(.close)): return .close
    case .action(.overlay(.confirm)):
      return text.isEmpty ? .stay : .perform(.views(.keep(text)))
    case .action(.views(.rename)):
      guard let subject, !text.isEmpty, !kept.contains(text) else { return .stay }
      return .perform(.views(.renameTo(subject, text)))
    case .action(.views(.delete)):
      guard let meant else { return .stay }
      if wasDeleting { return .perform(.views(.remove(meant))) }
      isDeleting = true
    case .action(.move(let movement)): step(by: movement)
    case .action(.edit(let edit)): name.apply(edit)
    case .text(let text): name.insert(text)
    case .wheel(let rows): step(by: rows < 0 ? .up : .down)
    case .press(let point):
      guard Self.area(of: self, in: state).contains(point) else { return .close }
    case .action: break
    }
    return .stay
  }

  /// Goes to the next kept view, or to the first.
  private mutating func step(by movement: Action.Movement) {
    guard !kept.isEmpty else { return }
    let position = kept.firstIndex(of: text)
    let next =
      position.map { movement.row(from: $0, count: kept.count, page: kept.count) }
      ?? (movement == .up ? kept.count - 1 : 0)
    subject = kept[next]
    name.replaceAll(with: kept[next])
  }
}
