/// A row of the key table: an action, its keys, and the texts about it.
struct Binding: Equatable, Sendable {
  /// The action's name in the help and in `config.json`.
  let name: String
  /// The first one is shown where there is room for one.
  var keys: [Key]
  let action: Action
  let help: String
  /// Short text for the hint bar; nil if it is not shown there.
  let hint: String?
  /// Further modes, with those of its group, in which the keys mean this action.
  let also: [KeyMode]
  /// Modes in which keys that mean nothing else mean this action.
  let otherwise: [KeyMode]

  init(
    _ name: String, _ keys: [Key], _ action: Action, _ help: String, hint: String? = nil,
    also: [KeyMode] = [], otherwise: [KeyMode] = []
  ) {
    self.name = name
    self.keys = keys
    self.action = action
    self.help = help
    self.hint = hint
    self.also = also
    self.otherwise = otherwise
  }

  /// Its keys for people: `j ↓ Ctrl-n`.
  var label: String { keys.map(\.name).joined(separator: " ") }

  /// A part of the key table, with a title.
  struct Group: Equatable, Sendable {
    let title: String
    let modes: [KeyMode]
    var bindings: [Binding]
  }
}
