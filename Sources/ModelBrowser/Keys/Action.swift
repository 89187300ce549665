/// The action of a key outside the search box.
enum Action: Hashable, Sendable {
  case move(Movement)
  case nextPane, previousPane
  case search, open, back
  case change(Choice)
  case jumpToOtherRoute
  case markRead, markAllRead
  case refresh
  case share(Share)
  case help, repaint, suspend, quit, interrupt

  /// Within the focused pane.
  enum Movement: Hashable, Sendable {
    case down, up, pageDown, pageUp, halfPageDown, halfPageUp, first, last
  }

  /// Stored for the next run.
  enum Choice: Hashable, Sendable {
    case openRouter, favorite, nextSort, reverseSort, nextGrouping, mouse
  }

  /// Copying and opening.
  enum Share: Hashable, Sendable {
    case copyID, copyURL, copyCommand, openPage
  }
}

/// The table of keys: their actions, and the texts in hint bar, help and README.
enum KeyMap {
  struct Binding: Sendable {
    let keys: [Key]
    /// The name of the keys for people.
    let label: String
    let action: Action
    let help: String
    /// Short text for the hint bar; nil if it is not shown there.
    let hint: String?

    init(_ keys: [Key], _ label: String, _ action: Action, _ help: String, hint: String? = nil) {
      self.keys = keys
      self.label = label
      self.action = action
      self.help = help
      self.hint = hint
    }
  }

  /// A part of the help.
  struct Group: Sendable {
    let title: String
    let bindings: [Binding]
  }

  static let groups: [Group] = [
    Group(
      title: "Find",
      bindings: [
        Binding(["/"], "/", .search, "search box: the list follows every key", hint: "search"),
        Binding(["c"], "c", .change(.nextGrouping), "sidebar by family, author or ability"),
        Binding(["s"], "s", .change(.nextSort), "next sort key", hint: "sort"),
        Binding(["S"], "S", .change(.reverseSort), "reverse the order"),
        Binding(
          ["t"], "t", .change(.openRouter), "OpenRouter models on or off", hint: "OpenRouter"),
        Binding(
          [.escape], "Esc", .back, "one level back; never quits"),
      ]),
    Group(
      title: "Move",
      bindings: [
        Binding(["j", .down, .control("n")], "j ↓", .move(.down), "down"),
        Binding(["k", .up, .control("p")], "k ↑", .move(.up), "up"),
        Binding(["g", "<", .home], "g Home", .move(.first), "first"),
        Binding(["G", ">", .end], "G End", .move(.last), "last"),
        Binding([.pageDown, .control("f"), " "], "PgDn", .move(.pageDown), "a page down"),
        Binding([.pageUp, .control("b")], "PgUp", .move(.pageUp), "a page up"),
        Binding([.control("d")], "Ctrl-d", .move(.halfPageDown), "half a page down"),
        Binding([.control("u")], "Ctrl-u", .move(.halfPageUp), "half a page up"),
        Binding([.tab, "l", .right], "Tab l →", .nextPane, "next pane", hint: "pane"),
        Binding([.backTab, "h", .left], "S-Tab h ←", .previousPane, "previous pane"),
      ]),
    Group(
      title: "Model",
      bindings: [
        Binding([.enter], "Enter", .open, "into the detail, and back"),
        Binding(["f"], "f", .change(.favorite), "favorite on or off", hint: "favorite"),
        Binding(
          ["x"], "x", .jumpToOtherRoute,
          "the same model's other route; of a removed one, its successor"),
        Binding(["d"], "d", .markRead, "mark as read, go to the next"),
        Binding(["D"], "D", .markAllRead, "mark all read (again: undo)"),
        Binding(["y"], "y", .share(.copyID), "copy the id", hint: "copy id"),
        Binding(["Y"], "Y", .share(.copyURL), "copy the page's address"),
        Binding(["o"], "o", .share(.openPage), "open the model's page"),
        Binding(["e"], "e", .share(.copyCommand), "copy this view as a modeldex list command"),
      ]),
    Group(
      title: "Program",
      bindings: [
        Binding(
          ["r", .control("r"), .function(5)], "r", .refresh,
          "refresh now, in the background; from the past, back to now",
          hint: "refresh"),
        Binding(["?"], "?", .help, "this help", hint: "help"),
        Binding(["m"], "m", .change(.mouse), "mouse on, or left to the terminal"),
        Binding([.control("l")], "Ctrl-l", .repaint, "repaint the screen"),
        Binding([.control("z")], "Ctrl-z", .suspend, "suspend"),
        Binding(["q"], "q", .quit, "quit", hint: "quit"),
        Binding([.control("c")], "Ctrl-c", .interrupt, "quit with status 130"),
      ]),
  ]

  /// Keys of the search box, for the help; `State.edit` is what they do.
  static let boxHelp: [(label: String, help: String)] = [
    ("↑ ↓", "move in the list"),
    ("Tab", "complete a field or value"),
    ("Ctrl-p Ctrl-n", "past queries"),
    ("Enter", "keep the query"),
    ("Esc", "leave the box"),
    ("Ctrl-a Ctrl-e", "start and end"),
    ("Ctrl-w Ctrl-u", "delete a word, all before"),
  ]

  static func action(for key: Key) -> Action? { actions[key] }

  private static let actions: [Key: Action] = Dictionary(
    groups.flatMap(\.bindings).flatMap { binding in
      binding.keys.map { ($0, binding.action) }
    }, uniquingKeysWith: { first, _ in first })
}

extension Key: ExpressibleByExtendedGraphemeClusterLiteral {
  package init(extendedGraphemeClusterLiteral character: Character) {
    self = .character(character)
  }
}
