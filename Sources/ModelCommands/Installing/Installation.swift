package import Foundation
import ModelRegistry

/// What `modeldex install` writes below a prefix and `modeldex uninstall` removes.
///
/// A manifest below the prefix lists the installed files; no other file is overwritten or removed.
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
    /// The directories that were created, outermost first.
    var directories: [String]
  }

  private static let manifestPath = "share/modeldex/installed.json"

  package init(prefix: String, directory: String, home: String?) {
    var path = prefix
    if let home, path == "~" || path.hasPrefix("~/") { path = home + path.dropFirst() }
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
    let old = manifest()
    for item in items where old?.files.contains(item.path) != true {
      guard !exists(item.path) else {
        throw CommandFailure.unable(
          "\(shown(item.path)) exists and was not installed by modeldex; remove it first")
      }
    }
    var manifest = Manifest(
      version: version, files: items.map(\.path), directories: old?.directories ?? [])
    for path in items.map(\.path) + [Self.manifestPath] {
      manifest.directories += try makeDirectories(for: path)
    }
    // Written first, so that an interrupted installation can be uninstalled.
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    try write(Item(path: Self.manifestPath, content: try encoder.encode(manifest)))
    for item in items { try write(item) }
    for path in old?.files ?? [] where !manifest.files.contains(path) { unlink(absolute(path)) }
    return items.map { absolute($0.path) }
  }

  /// Removes the installed files, and the created directories if they are empty; returns the paths
  /// of the files.
  package func uninstall() throws -> [String] {
    guard let manifest = manifest() else {
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
    return removed
  }

  // MARK: - Files

  private func absolute(_ path: String) -> String { path.isEmpty ? prefix : "\(prefix)/\(path)" }
  private func shown(_ path: String) -> String { absolute(path) }

  private func exists(_ path: String) -> Bool {
    var status = stat()
    return lstat(absolute(path), &status) == 0
  }

  /// Nil if nothing is installed, or if a path in it leaves the prefix.
  private func manifest() -> Manifest? {
    guard let data = try? RegularFile.read(absolute(Self.manifestPath), limit: 65_536).data,
      let manifest = try? JSONDecoder().decode(Manifest.self, from: data),
      (manifest.files + manifest.directories).allSatisfy({ path in
        !path.hasPrefix("/") && !path.split(separator: "/").contains("..")
      })
    else { return nil }
    return manifest
  }

  /// Returns those that were created, outermost first.
  private func makeDirectories(for path: String) throws -> [String] {
    var made: [String] = []
    var parts: [Substring] = []
    if !exists("") {
      do {
        try FileManager.default.createDirectory(atPath: prefix, withIntermediateDirectories: true)
      } catch {
        throw CommandFailure.unable("\(prefix) cannot be created")
      }
    }
    for part in path.split(separator: "/").dropLast() {
      parts.append(part)
      let directory = parts.joined(separator: "/")
      guard !exists(directory) else { continue }
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
