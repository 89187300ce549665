/// How much of a list is used; what is beyond is left out and counted.
///
/// Far above what OpenRouter sends (421 rows with at most 60 elements in a list of one), and low
/// enough that no list makes a key or a refresh slow.
enum ListingLimits {
  /// Rows of a list.
  static let rows = 20_000
  /// Endpoints of one model; OpenRouter sends at most 32.
  static let endpoints = 1000
  /// Elements of each list in a row: parameters, modalities, overrides, arenas, prices, ….
  static let elements = 256
  /// Conditions of one override.
  static let conditions = 16
  /// Rows that could not be read, of which the reason is kept; the others are only counted.
  static let reasons = 100
  /// Bytes of the name of a member; longer ones are cut.
  static let name = 1024
  /// Bytes of the address of a next page.
  static let address = 8192
}
