import ModelCatalog

/// The matches that are worth their price.
struct FrontierMarks: Equatable, Sendable {
  /// What they depend on.
  struct Basis: Equatable, Sendable {
    let score: Fact
    let matches: [SearchMatch]
    let query: Query
    let workload: Workload?
  }

  let basis: Basis
  /// Indices in the catalogue's models.
  let members: Set<Int>
}
