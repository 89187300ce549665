/// Why a command ends with another status than 0.
package struct CommandFailure: Error, Hashable, Sendable {
  /// The exit status.
  package let status: Int32
  /// What stderr is told, without the program's name before it and a line break at its end.
  package let message: String

  /// Nothing matched, or there is no such model.
  static func nothing(_ message: String) -> CommandFailure {
    CommandFailure(status: 1, message: message)
  }

  /// It could not run.
  package static func unable(_ message: String) -> CommandFailure {
    CommandFailure(status: 2, message: message)
  }

  /// It was asked for in a wrong way.
  package static func usage(_ message: String) -> CommandFailure {
    CommandFailure(status: 64, message: message)
  }
}
