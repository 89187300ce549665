package import Foundation
import ModelCatalog
import ModelRegistry

/// What `modeldex install` writes below a prefix and `modeldex uninstall` removes.
///
/// A manifest below the prefix lists the installed files; no other file is overwritten or removed.
/// Nothing below the prefix is reached through a symbolic link.
package struct Installation {
  /// An absolute path.
  let prefix: String

  /// A file to install.
  struct Item {
    /// Relative to the prefix.
    var path: String
    var content: Data
    var isExecutable = false
  }

  private struct Manifest: Codable {
    var version: String
    /// Relative to the prefix, in order of installation.
    var files: [String]
    /// The directories that were created below the prefix, outermost first.
    var directories: [String]
    /// How many directories were created for the prefix: itself, then those above it.
    var prefixDirectories: Int?
  }

  private static let manifestPath = "share/modeldex/installed.json"

  package init(prefix: String, directory: String) {
    var path = prefix
    if !path.hasPrefix("/") { path = directory + "/" + path }
    while path.count > 1, path.hasSuffix("/") { path.removeLast() }
    self.prefix = path
  }

  /// Installs program, completions and manual page and returns their paths.
  ///
  /// Files are written atomically; an older installation is replaced.
  package func install(program: Data, manual: String, version: String) throws -> [String] {
    var items = [Item(path: "bin/modeldex", content: program, isExecutable: true)]
    items += Shell.allCases.map {
      Item(path: $0.installedPath, content: Data($0.completionScript.utf8))
    }
    items.append(Item(path: "share/man/man1/modeldex.1", content: Data(manual.utf8)))
    let old = try manifest()
    for item in items where old?.files.contains(item.path) != true {
      guard !exists(item.path) else {
        throw CommandFailure.unable(
          "\(shown(item.path)) exists and was not installed by modeldex; remove it first")
      }
    }
    let made = try makePrefix()
    var manifest = Manifest(
      version: version, files: items.map(\.path), directories: old?.directories ?? [],
      prefixDirectories: old?.prefixDirectories ?? made)
    for path in items.map(\.path) + [Self.manifestPath] {
      manifest.directories += try makeDirectories(for: path)
    }
    // Written first, so that an interrupted installation can be uninstalled.
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    try write(Item(path: Self.manifestPath, content: try encoder.encode(manifest)))
    for item in items { try write(item) }
    return items.map { absolute($0.path) }
  }

  /// Removes the installed files, and the created directories if they are empty; returns the paths
  /// of the files.
  package func uninstall() throws -> [String] {
    guard let manifest = try manifest() else {
      throw CommandFailure.unable(
        "nothing is installed below \(prefix): there is no \(Self.manifestPath)")
    }
    var removed: [String] = []
    for path in manifest.files + [Self.manifestPath] where exists(path) {
      guard unlink(absolute(path)) == 0 else {
        throw CommandFailure.unable(
          "\(shown(path)) cannot be removed: \(SystemMessage.words(errno: errno))")
      }
      if path != Self.manifestPath { removed.append(absolute(path)) }
    }
    for directory in manifest.directories.reversed() { rmdir(absolute(directory)) }
    var outer = prefix
    for _ in 0..<max(0, manifest.prefixDirectories ?? 0) {
      guard rmdir(outer) == 0 else { break }
      outer = Self.parent(of: outer)
    }
    return removed
  }

  // MARK: - Files

  private func absolute(_ path: String) -> String { path.isEmpty ? prefix : "\(prefix)/\(path)" }
  private func shown(_ path: String) -> String { absolute(path) }

  private func exists(_ path: String) -> Bool {
    var status = stat()
    return lstat(absolute(path), &status) == 0
  }

  /// Nil if nothing is installed; throws if the manifest is not one that install could have written,
  /// or if a link leads out of the prefix.
  private func manifest() throws -> Manifest? {
    for path in Self.paths { try expectDirectories(on: path) }
    guard exists(Self.manifestPath) else { return nil }
    guard isOfType(S_IFREG, Self.manifestPath),
      let data = try? RegularFile.read(absolute(Self.manifestPath), limit: 65_536).data,
      let manifest = try? JSONDecoder().decode(Manifest.self, from: data)
    else { throw Self.damaged(shown(Self.manifestPath), "it is not a list of installed files") }
    // As bytes: to Swift a letter with a mark equals its other spelling, to the system it does not.
    let files = Set(Self.paths.map { Array($0.utf8) })
    let directories = Set(Self.paths.flatMap(Self.directories).map { Array($0.utf8) })
    if let foreign = manifest.files.first(where: { !files.contains(Array($0.utf8)) })
      ?? manifest.directories.first(where: { !directories.contains(Array($0.utf8)) })
    {
      throw Self.damaged(
        shown(Self.manifestPath),
        "it names “\(DisplayText.clean(foreign, limit: 60))”, which install does not create")
    }
    return manifest
  }

  private static func damaged(_ path: String, _ reason: String) -> CommandFailure {
    .unable("\(path) cannot be used: \(reason); remove it, then the files that you no longer want")
  }

  /// All that install ever writes, relative to the prefix.
  private static let paths =
    ["bin/modeldex", "share/man/man1/modeldex.1", manifestPath]
    + Shell.allCases.map(\.installedPath)

  /// The directories on the way to a file, outermost first.
  private static func directories(of path: String) -> [String] {
    let parts = path.split(separator: "/").dropLast()
    return parts.indices.map { parts[...$0].joined(separator: "/") }
  }

  private static func parent(of path: String) -> String {
    let parts = path.split(separator: "/").dropLast()
    return "/" + parts.joined(separator: "/")
  }

  /// Throws if one of the directories of that file is there and is something else, such as a link.
  private func expectDirectories(on path: String) throws {
    for directory in Self.directories(of: path) where exists(directory) {
      guard isOfType(S_IFDIR, directory) else {
        throw CommandFailure.unable(
          "\(shown(directory)) is not a directory; choose another --prefix, or replace it by one")
      }
    }
  }

  private func isOfType(_ type: mode_t, _ path: String) -> Bool {
    var status = stat()
    return lstat(absolute(path), &status) == 0 && status.st_mode & S_IFMT == type
  }

  /// Creates the prefix with the directories above it; returns how many were missing.
  private func makePrefix() throws -> Int {
    var missing: [String] = []
    var path = prefix
    var status = stat()
    while path != "/", stat(path, &status) != 0, errno == ENOENT {
      missing.append(path)
      path = Self.parent(of: path)
    }
    for path in missing.reversed() {
      guard mkdir(path, 0o755) == 0 else {
        throw CommandFailure.unable(
          "\(path) cannot be created: \(SystemMessage.words(errno: errno))")
      }
    }
    return missing.count
  }

  /// Returns those that were created, outermost first.
  private func makeDirectories(for path: String) throws -> [String] {
    var made: [String] = []
    for directory in Self.directories(of: path) where !exists(directory) {
      guard mkdir(absolute(directory), 0o755) == 0 else {
        throw CommandFailure.unable(
          "\(shown(directory)) cannot be created: \(SystemMessage.words(errno: errno))")
      }
      made.append(directory)
    }
    return made
  }

  private func write(_ item: Item) throws {
    do throws(AtomicFile.Fault) {
      let path = absolute(item.path)
      let slash = path.lastIndex(of: "/") ?? path.startIndex
      let file = AtomicFile(
        directory: String(path[..<slash]), name: String(path[path.index(after: slash)...]))
      try file.write(item.content, mode: item.isExecutable ? 0o755 : 0o644)
    } catch {
      throw CommandFailure.unable("\(shown(item.path)) cannot be written: \(error.reason)")
    }
  }
}
