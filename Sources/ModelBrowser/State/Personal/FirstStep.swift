/// What the hint bar shows to a person who has not done it yet.
enum FirstStep: String, CaseIterable, Codable, Sendable {
  case search, open, help

  /// The action that it is learned by.
  var action: Action {
    switch self {
    case .search: .search
    case .open: .open
    case .help: .help
    }
  }

  /// What its key does, longer than in the usual hints.
  var words: String {
    switch self {
    case .search: "type: claude is:free"
    case .open: "opens a model"
    case .help: "keys and marks"
    }
  }
}

extension State {
  /// The first steps that are left, in their order; none for a picker, which has one purpose.
  var firstSteps: [FirstStep] {
    picker == nil ? FirstStep.allCases.filter(personal.firstSteps.contains) : []
  }

  /// Drops the first step that an action is, for good.
  mutating func learn(_ action: Action) -> [Effect] {
    guard let step = firstSteps.first(where: { $0.action == action }) else { return [] }
    personal.firstSteps.remove(step)
    return [.save(personal)]
  }
}
