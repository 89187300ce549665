import ModelCatalog

/// The form for the workload: a line for each word of it, and below them what the selected model
/// costs for what is typed.
struct WorkloadForm: OverlayContent {
  struct Field: Equatable, Sendable {
    let word: Workload.Word
    var text: TextField
  }

  private(set) var fields: [Field]
  /// The index of the field that is typed into.
  private(set) var selected = 0

  var overlay: Overlay { .workload(self) }
  var mode: KeyMode { .workloadForm }

  static let bindings = Binding.Group(
    title: "In the workload form", modes: [.workloadForm],
    bindings: [
      Binding(
        "apply-workload", [.enter], .overlay(.confirm), "use this workload; empty: none",
        hint: "apply"),
      Binding("close-workload", [.escape], .overlay(.close), "leave it as it was", hint: "close"),
      Binding(
        "clear-workload", [.control("u")], .overlay(.clear), "empty all fields", hint: "clear"),
      Binding("next-field", [.tab], .nextPane, "the next field"),
      Binding("previous-field", [.backTab], .previousPane, "the field before"),
    ])

  init(_ workload: Workload?) {
    fields = Workload.Word.allCases.map { word in
      var text = TextField(workload.map { Self.text(of: word, in: $0) } ?? "")
      text.moveToEnd()
      return Field(word: word, text: text)
    }
  }

  func hints(_ keys: KeyTable) -> [Hint] {
    [
      keys.hint(.move(.up), .move(.down), text: "field", in: mode),
      keys.hint(.overlay(.confirm), in: mode), keys.hint(.overlay(.clear), in: mode),
      keys.hint(.overlay(.close), in: mode),
    ].compactMap(\.self)
  }

  /// What the fields say; nil where they are all empty.
  var workload: Result<Workload, QueryError>? {
    let text = text
    guard !text.isEmpty else { return nil }
    do throws(QueryError) {
      return .success(try Workload.parse(text))
    } catch {
      return .failure(error)
    }
  }

  /// The fields as the text of a workload.
  private var text: String { parts.map(\.text).joined(separator: " ") }

  /// The field that a mistake in the text is in.
  func field(of mistake: QueryError) -> Int? {
    var end = 0
    for part in parts {
      end += part.text.unicodeScalars.count + 1
      if mistake.offset < end { return part.field }
    }
    return nil
  }

  private var parts: [(field: Int, text: String)] {
    fields.indices.compactMap { index in
      let value = fields[index].text.text.filter { $0 != " " }
      return value.isEmpty ? nil : (index, "\(fields[index].word.rawValue)=\(value)")
    }
  }

  // MARK: - Update

  mutating func handle(_ input: OverlayInput, in state: State) -> OverlayResponse {
    switch input {
    case .action(.overlay(.close)): return .close
    case .action(.overlay(.confirm)): return confirm()
    case .action(.overlay(.clear)):
      for index in fields.indices { fields[index].text = TextField() }
      selected = 0
    case .action(.move(let movement)):
      select(movement.row(from: selected, count: fields.count, page: fields.count))
    case .action(.nextPane): select((selected + 1) % fields.count)
    case .action(.previousPane): select((selected + fields.count - 1) % fields.count)
    case .action(.edit(.left)) where isCount, .action(.edit(.right)) where isCount: toggleCount()
    case .action(.edit(let edit)): fields[selected].text.apply(edit)
    case .text(" ") where isCount: toggleCount()
    case .text(let text): fields[selected].text.insert(text)
    case .wheel(let rows): select(min(max(0, selected + rows.signum()), fields.count - 1))
    case .press(let point):
      guard Self.area(of: self, in: state).contains(point) else { return .close }
      let field = point.row - Self.area(of: self, in: state).row - 1 + top(in: state)
      if fields.indices.contains(field) { select(field) }
    case .action: break
    }
    return .stay
  }

  /// A mistake stays in the form until it is mended.
  private func confirm() -> OverlayResponse {
    switch workload {
    case nil: .perform(.setWorkload(nil))
    case .success(let workload): .perform(.setWorkload(workload))
    case .failure: .stay
    }
  }

  private mutating func select(_ field: Int) {
    selected = field
    fields[field].text.moveToEnd()
  }

  private var isCount: Bool { fields[selected].word == .count }

  private mutating func toggleCount() {
    let isText = fields[selected].text.text == Workload.Count.text.rawValue
    fields[selected].text.replaceAll(with: isText ? "" : Workload.Count.text.rawValue)
  }

  /// The value of a word; empty for what is as usual.
  private static func text(of word: Workload.Word, in workload: Workload) -> String {
    let prefix = "\(word.rawValue)="
    let words = workload.description.split(separator: " ")
    return words.first { $0.hasPrefix(prefix) }.map { String($0.dropFirst(prefix.count)) } ?? ""
  }
}
