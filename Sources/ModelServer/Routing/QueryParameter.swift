/// The name of a query parameter that some endpoint knows.
enum QueryParameter: String, CaseIterable, Sendable {
  case format, q, limit, asOf, since

  /// The largest ``limit``.
  static let mostResults = 1_000_000
}
