/// The table of keys: what each one does in each mode, and all texts about it.
///
/// Help, hint bar and manual page are made from it; no other place says which key does what.
package struct KeyTable: Equatable, Sendable {
  private(set) var groups: [Binding.Group]
  private let actions: [KeyMode: [Key: Action]]

  /// Keys that mean two actions in one mode mean the first one; see ``conflicts(in:)``.
  init(_ groups: [Binding.Group]) {
    self.groups = groups
    actions = Dictionary(
      uniqueKeysWithValues: KeyMode.allCases.map { ($0, Self.actions(in: $0, of: groups)) })
  }

  func action(for key: Key, in mode: KeyMode) -> Action? { actions[mode]?[key] }

  /// The row of an action in a mode; of one that has none there, its first row.
  func binding(of action: Action, in mode: KeyMode = .panes) -> Binding? {
    let own = groups.lazy.filter { $0.modes.contains(mode) }.flatMap(\.bindings)
    return own.first { $0.action == action }
      ?? groups.lazy.flatMap(\.bindings).first { $0.action == action }
  }

  /// The first key of an action in a mode, for people; empty if it has none there.
  func key(of action: Action, in mode: KeyMode = .panes) -> String {
    binding(of: action, in: mode)?.keys.first { self.action(for: $0, in: mode) == action }?.name
      ?? ""
  }

  /// The keys of some actions as one hint, with its own text or that of the first action.
  func hint(_ actions: Action..., text: String? = nil, in mode: KeyMode = .panes) -> Hint? {
    let keys = actions.map { key(of: $0, in: mode) }.filter { !$0.isEmpty }
    let text = text ?? actions.first.flatMap { binding(of: $0, in: mode) }?.hint
    guard let text, !keys.isEmpty else { return nil }
    let areArrows = keys.allSatisfy { "↑↓←→".contains($0) }
    return Hint(keys: keys.joined(separator: areArrows ? "" : " "), text: text)
  }

  /// A key that means two actions in one mode.
  struct Conflict: Equatable {
    let key: Key
    let names: [String]
  }

  static func conflicts(in groups: [Binding.Group]) -> [Conflict] {
    KeyMode.allCases.flatMap { mode in
      let pairs = bindings(of: mode, in: groups).flatMap { binding in
        Self.keys(of: binding, in: mode).map { ($0, [binding.name]) }
      }
      return Dictionary(pairs, uniquingKeysWith: +).filter { $0.value.count > 1 }
        .map { Conflict(key: $0.key, names: $0.value) }
    }
  }

  private static func actions(
    in mode: KeyMode, of groups: [Binding.Group]
  ) -> [Key: Action] {
    let own = bindings(of: mode, in: groups)
    let others = groups.flatMap(\.bindings).filter { $0.otherwise.contains(mode) }
    return Dictionary(
      (own + others).flatMap { binding in
        keys(of: binding, in: mode).map { ($0, binding.action) }
      }, uniquingKeysWith: { first, _ in first })
  }

  private static func bindings(of mode: KeyMode, in groups: [Binding.Group]) -> [Binding] {
    groups.flatMap { group in
      group.bindings.filter { group.modes.contains(mode) || $0.also.contains(mode) }
    }
  }

  private static func keys(of binding: Binding, in mode: KeyMode) -> [Key] {
    mode.takesText ? binding.keys.filter { !$0.isText } : binding.keys
  }
}

/// Keys and what they do, in one or two words, for the hint bar.
struct Hint: Equatable {
  let keys: String
  let text: String
}
