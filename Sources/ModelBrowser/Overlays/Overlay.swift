import ModelCatalog

/// A view over the panes that gets all input while it is on top of the stack.
///
/// A new one is a folder here with a type that conforms to ``OverlayContent`` and its group of
/// bindings, and a case of this type and of ``KeyMode``.
enum Overlay: Equatable, Sendable {
  case help(Help)
  case workload(WorkloadForm)
  case columns(ColumnChooser)
  case value(Value)
  case compare(Compare)
  case copyAs(CopyAs)
  case providers(Providers)
  case viewForm(ViewForm)

  var content: any OverlayContent {
    switch self {
    case .help(let help): help
    case .workload(let form): form
    case .columns(let chooser): chooser
    case .value(let value): value
    case .compare(let compare): compare
    case .copyAs(let forms): forms
    case .providers(let providers): providers
    case .viewForm(let form): form
    }
  }

  mutating func handle(_ input: OverlayInput, in state: State) -> OverlayResponse {
    var content = content
    defer { self = content.overlay }
    return content.handle(input, in: state)
  }
}

/// The state, update and drawing of one overlay.
protocol OverlayContent: Equatable, Sendable {
  /// Itself, as an element of the stack.
  var overlay: Overlay { get }
  /// Which keys mean what.
  var mode: KeyMode { get }
  func hints(_ keys: KeyTable) -> [Hint]
  mutating func handle(_ input: OverlayInput, in state: State) -> OverlayResponse
  func draw(over state: State, into frame: inout Frame)
}

/// Input for an overlay, its keys resolved by the key table.
enum OverlayInput: Equatable, Sendable {
  case action(Action)
  /// Typed letters, or a paste without line breaks.
  case text(String)
  /// Rows down; negative for up.
  case wheel(Int)
  case press(Point)
}

/// What becomes of an overlay after an input.
enum OverlayResponse: Equatable, Sendable {
  case stay
  case close
  /// Close it and do this.
  case perform(Action)
  /// Stay under another overlay.
  case push(Overlay)
  /// Stay, and ask who serves the model of this id.
  case ask(Model.ID)
  /// Stay, and have these effects.
  case run([Effect])
  /// Close it and select this model in the list.
  case showInList(Model.ID)
  /// Close it and open this model's detail.
  case open(Model.ID)
  /// Stay, and take the mark of this model away.
  case unmark(Model.ID)
  case unmarkAndClose(Model.ID)
  /// Stay, and show this message.
  case notify(String)
}
