/// A setting that was given to a run.
package struct Given<Value: Equatable & Sendable>: Equatable, Sendable {
  package let value: Value
  /// Whether the config file has it: what was chosen in the browser goes before it.
  package let isFromFile: Bool
}
