package import Foundation

/// The finding about one id, with the facts behind it.
package enum LintVerdict: Hashable, Sendable {
  /// With when OpenRouter was last seen to list it.
  case gone(lastListed: Date, successor: Model.ID?)
  case retired(successor: Model.ID?)
  /// With its last day.
  case expiring(CalendarDay, successor: Model.ID?)
  /// With the listed id.
  case spelling(of: Model.ID)
  /// With the prices that rose, of which there is one at least.
  case repriced([ModelChange.Difference])
  /// With what it stands for now.
  case alias(of: Model.ID)
  /// With the listed id.
  case canonicalSlug(of: Model.ID)
  /// With the core id.
  case bedrock(of: Model.ID)

  package var rule: LintRule {
    switch self {
    case .gone: .gone
    case .retired: .retired
    case .expiring: .expiring
    case .spelling: .spelling
    case .repriced: .repriced
    case .alias: .alias
    case .canonicalSlug: .canonicalSlug
    case .bedrock: .bedrock
    }
  }

  /// The id to use instead; nil if none is known, or if there is no need for another.
  package var successor: Model.ID? {
    switch self {
    case .gone(_, let successor), .retired(let successor), .expiring(_, let successor): successor
    case .spelling(let id), .canonicalSlug(let id): id
    case .repriced, .alias, .bedrock: nil
    }
  }

  /// What the id is replaced by on request: one that works in place of one that does not.
  package var replacement: Model.ID? {
    switch self {
    case .gone(_, let successor), .retired(let successor): successor
    case .spelling(let id): id
    case .expiring, .repriced, .alias, .canonicalSlug, .bedrock: nil
    }
  }
}
