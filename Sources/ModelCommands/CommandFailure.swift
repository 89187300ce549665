/// An error that ends a command with a status other than 0.
package struct CommandFailure: Error, Hashable, Sendable {
  /// The exit status.
  package let status: Int32
  /// The message for stderr, without the program's name and the line break.
  package let message: String

  /// Status 1: nothing matched, or there is no such model.
  static func nothing(_ message: String) -> CommandFailure {
    CommandFailure(status: 1, message: message)
  }

  /// Status 2: it could not run.
  package static func unable(_ message: String) -> CommandFailure {
    CommandFailure(status: 2, message: message)
  }

  /// Status 64: wrong usage.
  package static func usage(_ message: String) -> CommandFailure {
    CommandFailure(status: 64, message: message)
  }
}
