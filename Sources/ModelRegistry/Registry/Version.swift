/// The version of the program, for `--version` and the User-Agent.
package enum Version {
  package static let current = "0.1.0"
}
