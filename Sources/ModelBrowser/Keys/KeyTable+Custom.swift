extension KeyTable {
  /// The standard table with a person's keys: an action's name, and its keys with spaces between.
  ///
  /// An action with an entry has these keys and no others.
  package init(custom entries: [String: String]) throws(KeyFault) {
    var groups = Self.standard.groups
    for (name, text) in entries.sorted(by: { $0.key < $1.key }) {
      guard let place = Self.place(of: name, in: groups) else { throw .unknownAction(name) }
      let keys = try Self.keys(text, of: name)
      if groups[place.group].modes.allSatisfy(\.takesText), let letter = keys.first(where: \.isText)
      {
        throw .typesText(name, letter)
      }
      groups[place.group].bindings[place.binding].keys = keys
    }
    for conflict in Self.conflicts(in: groups).sorted(by: { $0.key.name < $1.key.name }) {
      let mine = conflict.names.first { entries[$0] != nil } ?? conflict.names[0]
      let other = conflict.names.first { $0 != mine } ?? mine
      throw .conflict(mine, conflict.key, other: other)
    }
    self.init(groups)
  }

  private static func place(
    of name: String, in groups: [Binding.Group]
  ) -> (group: Int, binding: Int)? {
    for (group, content) in groups.enumerated() {
      if let binding = content.bindings.firstIndex(where: { $0.name == name }) {
        return (group, binding)
      }
    }
    return nil
  }

  private static func keys(_ text: String, of name: String) throws(KeyFault) -> [Key] {
    var keys: [Key] = []
    for word in text.split(separator: " ") {
      guard let key = Key(name: String(word)) else { throw .unreadable(name, String(word)) }
      if !keys.contains(key) { keys.append(key) }
    }
    guard !keys.isEmpty else { throw .unreadable(name, text) }
    return keys
  }
}
