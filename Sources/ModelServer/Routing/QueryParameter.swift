/// The names of query parameters.
enum QueryParameter: String, CaseIterable, Sendable {
  case format, q, limit, asOf, since, workload, ids

  /// The largest ``limit``.
  static let maxResults = 1_000_000
  /// The most models in ``ids``.
  static let maxIDs = 64
}
