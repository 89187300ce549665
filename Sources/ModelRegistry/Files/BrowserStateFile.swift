/// The file in which the browser keeps favorites, views and read marks, which the commands read too.
package enum BrowserStateFile {
  package static let name = "state.json"

  /// `$XDG_STATE_HOME/modeldex`, or `~/.local/state/modeldex` where that is unset or relative; nil
  /// without a home directory.
  package static func directory(environment: [String: String]) -> String? {
    HomeDirectory(environment: environment)
      .base("XDG_STATE_HOME", or: ".local/state", environment: environment)
      .map { $0 + "/modeldex" }
  }

  /// In bytes; far more than is ever needed.
  package static let sizeLimit = 16 << 20
}
