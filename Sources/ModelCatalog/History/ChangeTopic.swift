/// What a change is about, as people group changes.
package enum ChangeTopic: String, Hashable, Sendable, CaseIterable {
  case price, limit, ability, name, expiry
  /// A fact that nobody chooses a model by.
  case other
  /// Changes all the time and says little: scores move with every match played, and upstream
  /// truncates descriptions now here, now there.
  case noise

  /// Whether a change of it is worth a person's time by itself.
  package var isNews: Bool {
    switch self {
    case .price, .limit, .ability, .name, .expiry: true
    case .other, .noise: false
    }
  }
}
