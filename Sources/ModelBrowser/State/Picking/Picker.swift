/// The browser as a choice for another program: Enter takes a model and ends it.
package struct Picker: Hashable, Sendable {
  /// Whether the marked models are taken, if there are any, in the order of marking.
  package let takesMarks: Bool

  package init(takesMarks: Bool) { self.takesMarks = takesMarks }
}
