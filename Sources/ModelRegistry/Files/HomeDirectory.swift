import Foundation

#if canImport(Glibc)
  import Glibc
#endif

/// The home directory, and the paths in it that settings name.
package struct HomeDirectory: Sendable {
  /// Nil if there is none: a system service may have no `HOME`, and no entry in the database.
  package let path: String?

  /// `HOME` if it is an absolute path, else that of the password database; never `/`, into which
  /// nothing of ours may be written.
  package init(environment: [String: String]) {
    // The database is only read without a usable HOME.
    path =
      environment["HOME"].flatMap(Self.usable) ?? Self.inPasswordDatabase().flatMap(Self.usable)
  }

  /// Without superfluous slashes; nil for `/` and for what is not absolute.
  private static func usable(_ text: String) -> String? {
    guard text.hasPrefix("/") else { return nil }
    let trimmed = text.split(separator: "/").reduce(into: "") { $0 += "/" + $1 }
    return trimmed.isEmpty ? nil : trimmed
  }

  /// A directory of the XDG base directory specification, or below the home; nil without a home.
  ///
  /// `variable` counts if it is an absolute path, perhaps from `~`.
  package func base(
    _ variable: String, or folder: String, environment: [String: String]
  ) -> String? {
    if let text = environment[variable].map(expanded), text.hasPrefix("/") { return text }
    return path.map { "\($0)/\(folder)" }
  }

  /// The path with a `~` at its beginning replaced by the home directory.
  package func expanded(_ text: String) -> String {
    guard let path, text == "~" || text.hasPrefix("~/") else { return text }
    return path + text.dropFirst()
  }

  /// Why nothing can be made at that path, as a sentence without a full stop; nil if it can.
  ///
  /// A home directory that does not exist is not made: the path to it is a mistake.
  package func problem(with directory: String) -> String? {
    if directory == "~" || directory.hasPrefix("~/") { return "there is no home directory" }
    guard let path, directory == path || directory.hasPrefix(path + "/"),
      !FileManager.default.fileExists(atPath: path)
    else { return nil }
    return "the home directory \(ErrorBody.shown(path)) does not exist"
  }

  private static func inPasswordDatabase() -> String? {
    var entry = passwd()
    var found: UnsafeMutablePointer<passwd>?
    var buffer = [CChar](repeating: 0, count: 16_384)
    guard getpwuid_r(getuid(), &entry, &buffer, buffer.count, &found) == 0, found != nil,
      let directory = entry.pw_dir
    else { return nil }
    return String(cString: directory)
  }
}
