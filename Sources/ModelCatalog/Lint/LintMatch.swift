/// An id in a text about which there is something to say.
package struct LintMatch: Hashable, Sendable {
  /// The bytes of the id, without what stands before and after it.
  package var bytes: Range<Int>
  /// From 1.
  package var line: Int
  /// In Unicode scalars, from 1.
  package var column: Int
  package var verdict: LintVerdict

  package init(bytes: Range<Int>, line: Int, column: Int, verdict: LintVerdict) {
    self.bytes = bytes
    self.line = line
    self.column = column
    self.verdict = verdict
  }
}
