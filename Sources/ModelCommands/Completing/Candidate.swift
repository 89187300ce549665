/// A completion of the word that is being typed.
struct Candidate: Hashable {
  var text: String
  /// A short description; may be empty.
  var summary = ""

  /// Whether more must follow, so that no space is added.
  var isUnfinished: Bool {
    text.unicodeScalars.last.map { ":=<>,".unicodeScalars.contains($0) } ?? false
  }
}
