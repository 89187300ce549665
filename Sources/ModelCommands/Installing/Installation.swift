package import Foundation
import ModelRegistry

/// What `modeldex install` puts below a prefix, and `modeldex uninstall` takes away again.
///
/// A manifest below the prefix says what was put there; nothing else is ever overwritten or taken.
package struct Installation {
  /// An absolute path.
  let prefix: String

  /// One file to put in place.
  struct Item {
    /// Below the prefix.
    var path: String
    var content: Data
    var isExecutable = false
  }

  private struct Manifest: Codable {
    var version: String
    /// Below the prefix, in the order in which they were put there.
    var files: [String]
    /// Those that were made for them, outermost first.
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

  /// Puts program, completions and manual page in place and returns their paths.
  ///
  /// Each file is there whole or not at all; an older installation is replaced.
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
          "\(shown(item.path)) is there already, and not from an installation; take it away first")
      }
    }
    var manifest = Manifest(
      version: version, files: items.map(\.path), directories: old?.directories ?? [])
    for path in items.map(\.path) + [Self.manifestPath] {
      manifest.directories += try makeDirectories(for: path)
    }
    // Written first, so that even an installation that was cut short can be taken away.
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    try write(Item(path: Self.manifestPath, content: try encoder.encode(manifest)))
    for item in items { try write(item) }
    for path in old?.files ?? [] where !manifest.files.contains(path) { unlink(absolute(path)) }
    return items.map { absolute($0.path) }
  }

  /// Takes away what was put there, and the directories made for it that are empty; returns the
  /// paths of the files.
  package func uninstall() throws -> [String] {
    guard let manifest = manifest() else {
      throw CommandFailure.unable(
        "nothing was installed below \(prefix): there is no \(Self.manifestPath)")
    }
    var removed: [String] = []
    for path in manifest.files + [Self.manifestPath] where exists(path) {
      guard unlink(absolute(path)) == 0 else {
        throw CommandFailure.unable(
          "\(shown(path)) cannot be taken away: \(SystemMessage.words(errno: errno))")
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

  /// Nil where nothing is installed; a path that leads out of the prefix makes it none.
  private func manifest() -> Manifest? {
    guard let data = try? RegularFile.read(absolute(Self.manifestPath), limit: 65_536).data,
      let manifest = try? JSONDecoder().decode(Manifest.self, from: data),
      (manifest.files + manifest.directories).allSatisfy({ path in
        !path.hasPrefix("/") && !path.split(separator: "/").contains("..")
      })
    else { return nil }
    return manifest
  }

  /// Returns those that were not there, outermost first.
  private func makeDirectories(for path: String) throws -> [String] {
    var made: [String] = []
    var parts: [Substring] = []
    if !exists("") {
      do {
        try FileManager.default.createDirectory(atPath: prefix, withIntermediateDirectories: true)
      } catch {
        throw CommandFailure.unable("\(prefix) cannot be made")
      }
    }
    for part in path.split(separator: "/").dropLast() {
      parts.append(part)
      let directory = parts.joined(separator: "/")
      guard !exists(directory) else { continue }
      guard mkdir(absolute(directory), 0o755) == 0 else {
        throw CommandFailure.unable(
          "\(shown(directory)) cannot be made: \(SystemMessage.words(errno: errno))")
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
