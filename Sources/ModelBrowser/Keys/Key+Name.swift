extension Key: ExpressibleByExtendedGraphemeClusterLiteral {
  package init(extendedGraphemeClusterLiteral character: Character) {
    self = .character(character)
  }
}

/// The names of keys, as they are shown and as a person writes them.
extension Key {
  /// Whether it types a letter into a text.
  var isText: Bool { if case .character = self { true } else { false } }

  /// `j`, `↓`, `Ctrl-d`, `PgUp`.
  var name: String {
    switch self {
    case .character(" "): "Space"
    case .character(let character): String(character)
    case .control(let letter): "Ctrl-\(letter)"
    case .alt(let letter): "Alt-\(letter)"
    case .function(let number): "F\(number)"
    case .up: "↑"
    case .down: "↓"
    case .left: "←"
    case .right: "→"
    case .controlLeft: "Ctrl-←"
    case .controlRight: "Ctrl-→"
    case .home: "Home"
    case .end: "End"
    case .pageUp: "PgUp"
    case .pageDown: "PgDn"
    case .tab: "Tab"
    case .backTab: "S-Tab"
    case .enter: "Enter"
    case .escape: "Esc"
    case .backspace: "Backspace"
    case .delete: "Del"
    case .insert: "Ins"
    }
  }

  /// Reads a name; nil for none, and for keys that terminals send like others.
  init?(name: String) {
    if name.count == 1, let character = name.first, !Self.arrows.keys.contains(name) {
      guard !character.isWhitespace else { return nil }
      self = .character(character)
      return
    }
    let lower = name.lowercased()
    if let key = Self.arrows[name] ?? Self.named[lower] {
      self = key
    } else if let letter = Self.rest(of: lower, after: ["ctrl-", "c-"]), letter.count == 1,
      let character = letter.first, Self.controlLetters.contains(character)
    {
      self = .control(character)
    } else if let letter = Self.rest(of: name, after: ["Alt-", "alt-", "M-"]), letter.count == 1,
      let character = letter.first, !character.isWhitespace
    {
      self = .alt(character)
    } else if let digits = Self.rest(of: lower, after: ["f"]), let number = Int(digits),
      (1...20).contains(number)
    {
      self = .function(number)
    } else {
      return nil
    }
  }

  private static func rest(of name: String, after prefixes: [String]) -> Substring? {
    prefixes.first(where: name.hasPrefix).map { name.dropFirst($0.count) }
  }

  /// Ctrl-h, -i, -j, -m and -[ are Backspace, Tab, Enter and Esc to a terminal.
  private static let controlLetters = Set("abcdefgklnopqrstuvwxyz@\\]^_")

  private static let arrows: [String: Key] = ["↑": .up, "↓": .down, "←": .left, "→": .right]

  private static let named: [String: Key] = [
    "space": " ", "up": .up, "down": .down, "left": .left, "right": .right, "home": .home,
    "end": .end, "pgup": .pageUp, "pageup": .pageUp, "pgdn": .pageDown, "pagedown": .pageDown,
    "ctrl-left": .controlLeft, "ctrl-←": .controlLeft, "ctrl-right": .controlRight,
    "ctrl-→": .controlRight, "tab": .tab, "s-tab": .backTab, "shift-tab": .backTab, "enter": .enter,
    "return": .enter,
    "esc": .escape, "escape": .escape, "backspace": .backspace, "del": .delete,
    "delete": .delete, "ins": .insert, "insert": .insert,
  ]
}
