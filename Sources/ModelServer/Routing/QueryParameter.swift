/// The names of query parameters.
enum QueryParameter: String, CaseIterable, Sendable {
  case format, q, limit, asOf, since, workload

  /// The largest ``limit``.
  static let maxResults = 1_000_000
}
