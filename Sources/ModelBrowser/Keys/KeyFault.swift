import ModelCatalog

/// Why a person's keys cannot be used; each case begins with the name of the action.
package enum KeyFault: Error, Equatable, CustomStringConvertible {
  case unknownAction(String)
  case unreadable(String, String)
  /// A letter where letters are typed.
  case typesText(String, Key)
  case conflict(String, Key, other: String)

  /// A sentence without a full stop that begins with the entry: `refresh: …`.
  package var description: String {
    switch self {
    case .unknownAction(let name):
      "\(Self.clean(name)): there is no such action; the help (?) shows their names"
    case .unreadable(let name, let text):
      "\(Self.clean(name)): “\(Self.clean(text))” is not a key; keys are written like R, Space, "
        + "Ctrl-r, Alt-r, F5, Enter, PgDn"
    case .typesText(let name, let key):
      "\(name): \(key.name) types a letter where this action is used"
    case .conflict(let name, let key, let other):
      "\(name): \(Self.clean(key.name)) is the key of \(other)"
    }
  }

  private static func clean(_ text: String) -> String { DisplayText.clean(text, limit: 40) }
}
