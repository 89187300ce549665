import Foundation

/// Marks of what is read that come back if all of it was marked by mistake.
struct MarkAllUndo: Equatable, Sendable {
  let marks: ReadMarks
  var expires: Date
}
