/// What could stand in place of the word that is being typed.
struct Candidate: Hashable {
  var text: String
  /// In a few words; empty if there is nothing to say.
  var summary = ""

  /// Whether more has to follow, so that no blank should.
  var isUnfinished: Bool {
    text.unicodeScalars.last.map { ":=<>,".unicodeScalars.contains($0) } ?? false
  }
}
