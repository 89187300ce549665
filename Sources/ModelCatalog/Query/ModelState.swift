/// A state that `is:` selects.
package enum ModelState: String, Hashable, Sendable, CaseIterable {
  case free, new, alias, router, variant, batch, expiring, expired, favorite, changed, removed
  case retired

  /// A short description for completion.
  package var summary: String {
    switch self {
    case .free: "free under all conditions"
    case .new: "listed in the last 30 days"
    case .alias: "an alias of another model"
    case .router: "chooses a model for each request"
    case .variant: "a variant or an alias of another row, or its core row"
    case .batch: "a batch variant: cheaper, and answers wait"
    case .expiring: "its last day is in the next 90 days"
    case .expired: "its last day has passed"
    case .favorite: "a favorite of yours"
    case .changed: "has changed in the last week"
    case .removed: "is no longer listed"
    case .retired: "is no longer served by its maker"
    }
  }
}
