/// The topic of a change, by which changes are grouped for people.
package enum ChangeTopic: String, Hashable, Sendable, CaseIterable {
  case price, limit, ability, name, expiry
  /// A fact by which models are rarely chosen.
  case other
  /// Changes all the time and means little: scores change with every match, and upstream truncates
  /// descriptions at varying places.
  case noise

  /// Whether a change of this topic is news to a person by itself.
  package var isNews: Bool {
    switch self {
    case .price, .limit, .ability, .name, .expiry: true
    case .other, .noise: false
    }
  }
}
