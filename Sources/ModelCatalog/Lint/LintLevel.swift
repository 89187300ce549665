/// How serious a finding is, the least first.
package enum LintLevel: String, Hashable, Sendable, CaseIterable, Comparable {
  case note, warning, error

  package static func < (left: LintLevel, right: LintLevel) -> Bool {
    left.rank < right.rank
  }

  private var rank: Int {
    switch self {
    case .note: 0
    case .warning: 1
    case .error: 2
    }
  }
}
