import ModelCatalog

/// Where the person is: the focused pane, the selected model and the scroll positions.
struct Navigation: Equatable, Sendable {
  /// The focused part.
  enum Focus: String, Codable, Sendable {
    case sidebar, list, detail, search
  }

  var focus = Focus.list
  private(set) var selection: Model.ID?
  var listTop = 0
  var sidebarTop = 0
  var detailTop = 0
  /// The detail takes the room of the list.
  private(set) var isDetailLarge = false
  var marks = Marks()
  /// The number that is typed before a movement.
  private(set) var count: Int?
  /// Whether there was any input.
  var hasTouched = false
  /// Where the last run ended, until its models are listed or there is input.
  var awaited: LastView?

  /// More rows than any list has.
  private static let countLimit = 1_000_000

  /// Takes a digit of the number before a movement; false for any other key, and for a leading 0.
  mutating func takeDigit(_ key: Key) -> Bool {
    guard case .character(let character) = key, character.isASCII,
      let digit = character.wholeNumberValue, digit > 0 || count != nil
    else { return false }
    count = min(Self.countLimit, (count ?? 0) * 10 + digit)
    return true
  }

  mutating func dropCount() { count = nil }

  /// Selects a model; another one's detail is shown from its start.
  mutating func select(_ id: Model.ID?) {
    if id != selection { detailTop = 0 }
    selection = id
  }

  /// Forgets the selection and scrolls to the top, for a new list.
  mutating func reset() {
    select(nil)
    listTop = 0
  }

  /// Focuses the next pane, or with -1 the previous one.
  mutating func changePane(by step: Int, in layout: Layout) {
    var panes: [Focus] = [.list]
    if layout.sidebarItems != nil { panes.insert(.sidebar, at: 0) }
    if layout.detail != nil { panes.append(.detail) }
    if isDetailLarge { panes.removeAll { $0 == .list } }
    let position = panes.firstIndex(of: focus) ?? 0
    focus = panes[(position + step + panes.count) % panes.count]
  }

  /// Enlarges the detail of the list's or its own, makes a large one small again, and goes from
  /// elsewhere to the list.
  mutating func open() {
    switch focus {
    case .sidebar, .search: focus = .list
    case .list, .detail:
      guard selection != nil else { return }
      isDetailLarge.toggle()
      focus = isDetailLarge ? .detail : .list
    }
  }

  /// Begins where the last run ended, except for what its models are needed for.
  mutating func begin(at last: LastView) {
    awaited = last
    sidebarTop = last.sidebarTop
    if last.focus != .detail { focus = last.focus }
  }

  /// Scrolls as in the last run, with its selected model in a row.
  mutating func restore(_ last: LastView, atRow row: Int) {
    listTop = row - (last.row - last.listTop)
    sidebarTop = last.sidebarTop
    detailTop = last.detailTop
    isDetailLarge = last.isDetailLarge
    focus = last.focus
  }

  mutating func showList() {
    focus = .list
    isDetailLarge = false
  }

  mutating func openSearchBox() {
    focus = .search
    isDetailLarge = false
  }

  /// Keeps the focus in a pane that the new size has room for.
  mutating func resize(to size: Size) {
    let layout = Layout(size: size, isDetailLarge: isDetailLarge)
    if focus == .detail, layout.detail == nil { isDetailLarge = true }
    if focus == .sidebar, layout.sidebarItems == nil { focus = .list }
  }

  /// Clamps all scroll positions and scrolls the selected rows into view.
  mutating func clamp(to screen: Screen, list: Lines, sidebar: Lines) {
    listTop = Self.top(listTop, showing: list, height: screen.layout.listRows.rows)
    if let area = screen.layout.sidebarItems {
      sidebarTop = Self.top(sidebarTop, showing: sidebar, height: area.rows)
    }
    if let area = screen.layout.detail {
      detailTop = max(0, min(detailTop, screen.detail.count - area.rows))
    }
  }

  /// The lines of a pane, and the one that has to be visible, if any.
  struct Lines {
    let count: Int
    let selected: Int?
  }

  private static func top(_ top: Int, showing lines: Lines, height: Int) -> Int {
    var top = top
    if let row = lines.selected {
      top = max(min(top, row), row - height + 1)
    }
    return max(0, min(top, lines.count - height))
  }
}
