package import Foundation

/// Keeps a person's choices in one small JSON file.
package struct PersonalStore: Sendable {
  let file: URL

  /// `$XDG_STATE_HOME/modeldex`, or `~/.local/state/modeldex` where that is unset or relative.
  package static func directory(environment: [String: String]) -> URL {
    let home = environment["HOME"].map { URL(filePath: $0) } ?? URL(filePath: "/")
    let base =
      environment["XDG_STATE_HOME"].flatMap { $0.hasPrefix("/") ? URL(filePath: $0) : nil }
      ?? home.appending(path: ".local/state")
    return base.appending(path: "modeldex")
  }

  package init(directory: URL) {
    file = directory.appending(path: "state.json")
  }

  /// Defaults where there is no file, or none that can be read.
  func load() -> PersonalState {
    guard let data = try? Data(contentsOf: file) else { return PersonalState() }
    guard let state = try? JSONDecoder().decode(PersonalState.self, from: data) else {
      // The next save would overwrite what a person may still want to mend.
      rename(file.path, file.path + ".unreadable")
      return PersonalState()
    }
    return state
  }

  /// Replaces the file as a whole; only its owner can read it.
  func save(_ state: PersonalState) throws {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys]
    let data = try encoder.encode(state)
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true,
      attributes: [.posixPermissions: 0o700])
    let temporary = file.deletingLastPathComponent().appending(
      path: ".state.\(ProcessInfo.processInfo.processIdentifier).json")
    guard
      FileManager.default.createFile(
        atPath: temporary.path, contents: data, attributes: [.posixPermissions: 0o600])
    else { throw CocoaError(.fileWriteUnknown) }
    guard rename(temporary.path, file.path) == 0 else {
      try? FileManager.default.removeItem(at: temporary)
      throw CocoaError(.fileWriteUnknown)
    }
  }
}
