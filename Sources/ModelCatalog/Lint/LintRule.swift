/// What can be wrong with a model's id in a file.
package enum LintRule: String, Hashable, Sendable, CaseIterable {
  /// OpenRouter no longer lists it.
  case gone
  /// A core model that its maker no longer serves.
  case retired
  /// Its last day is near, or past.
  case expiring
  /// It differs from a listed id in dots and hyphens alone.
  case spelling
  /// One of its prices rose.
  case repriced
  /// An alias, which stands for another model from time to time.
  case alias
  /// A dated name of a listed id.
  case canonicalSlug = "canonical-slug"
  /// A core model by its name at Amazon Bedrock.
  case bedrock

  package var level: LintLevel {
    switch self {
    case .gone, .retired: .error
    case .expiring, .spelling: .warning
    case .repriced, .alias, .canonicalSlug, .bedrock: .note
    }
  }
}
