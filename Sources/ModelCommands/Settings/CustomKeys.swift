/// The keys that the config file sets for the browser, which alone knows the names of actions.
package struct CustomKeys: Equatable, Sendable {
  /// The config file, for messages.
  package let path: String
  /// Keys by the name of their action, as they are written.
  package let entries: [String: String]
}
