import ModelCatalog

/// The completions that Tab cycles through in the search box.
struct Completion: Equatable, Sendable {
  /// The characters of the box that the candidate replaces.
  var range: Range<Int>
  var candidates: [QueryCompletion.Candidate]
  var selected: Int
}
