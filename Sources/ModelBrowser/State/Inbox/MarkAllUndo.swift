import Foundation

/// The read marks to restore when "mark all read" is undone.
struct MarkAllUndo: Equatable, Sendable {
  let marks: ReadMarks
  var expires: Date
}
