/// An id in a file about which there is something to say.
package struct LintFinding: Hashable, Sendable {
  package var path: String
  /// As it is in the file, without prefixes and suffixes.
  package var id: String
  package var match: LintMatch

  package init(path: String, id: String, match: LintMatch) {
    self.path = path
    self.id = id
    self.match = match
  }

  package var verdict: LintVerdict { match.verdict }
  package var rule: LintRule { match.verdict.rule }
  package var level: LintLevel { rule.level }
}
