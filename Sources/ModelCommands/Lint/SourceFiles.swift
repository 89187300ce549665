import Foundation
import ModelRegistry

#if canImport(Glibc)
  import Glibc
#endif

/// The files below some paths, as git knows them.
struct SourceFiles {
  private(set) var files: [SourcePath] = []
  /// Named paths that cannot be read, each with the reason.
  private(set) var problems: [String] = []

  /// Without a path those of the working directory.
  init(below paths: [String], environment: [String: String]) {
    var seen: Set<SourcePath> = []
    for text in paths.isEmpty ? ["."] : paths {
      let path = SourcePath(text)
      var status = stat()
      guard stat(path.cString, &status) == 0 else {
        problems.append("\(SourcePath.shown(text)): \(SystemMessage.words(errno: errno))")
        continue
      }
      switch status.st_mode & S_IFMT {
      case S_IFDIR:
        // A directory that git ignores is meant if it is named.
        let known = Self.listedByGit(below: path, environment: environment) ?? []
        let found = known.isEmpty ? Self.walked(below: path) : known
        files += found.filter { seen.insert($0).inserted }
      case S_IFREG: if seen.insert(path).inserted { files.append(path) }
      default: problems.append("\(SourcePath.shown(text)): not a regular file")
      }
    }
  }

  /// The files that git tracks or would track; nil without git, and outside of a work tree.
  private static func listedByGit(
    below directory: SourcePath, environment: [String: String]
  ) -> [SourcePath]? {
    let git = Process()
    git.executableURL = URL(filePath: "/usr/bin/env")
    // The tree may be a stranger's: its configuration must not name a program to run.
    git.arguments = [
      "git", "-c", "core.fsmonitor=false", "-C", directory.text, "ls-files", "-z", "--cached",
      "--others", "--exclude-standard",
    ]
    git.environment = environment.filter { $0.key != APIKey.variable }
    git.standardInput = FileHandle.nullDevice
    git.standardError = FileHandle.nullDevice
    let output = Pipe()
    git.standardOutput = output
    guard directory.isUTF8, (try? git.run()) != nil else { return nil }
    let listed = try? output.fileHandleForReading.readToEnd()
    git.waitUntilExit()
    guard git.terminationStatus == 0 else { return nil }
    return (listed ?? Data()).split(separator: 0).map { directory.appending($0) }
  }

  /// Without hidden folders and those of other people's code; no link is followed.
  private static func walked(below directory: SourcePath) -> [SourcePath] {
    var files: [SourcePath] = []
    var folders: [SourcePath] = []
    for name in names(in: directory).sorted(by: { $0.lexicographicallyPrecedes($1) }) {
      let path = directory.appending(name)
      var status = stat()
      guard lstat(path.cString, &status) == 0 else { continue }
      switch status.st_mode & S_IFMT {
      case S_IFREG: files.append(path)
      case S_IFDIR:
        let isHidden = name.first == UInt8(ascii: ".")
        if !isHidden, !vendorFolders.contains(path.name) { folders.append(path) }
      default: continue
      }
    }
    return files + folders.flatMap(walked)
  }

  private static let vendorFolders: Set = [
    "node_modules", "bower_components", "vendor", "third_party", "Pods", "venv", "site-packages",
    "__pycache__",
  ]

  /// In the order of the directory.
  private static func names(in directory: SourcePath) -> [[UInt8]] {
    guard let stream = opendir(directory.cString) else { return [] }
    defer { closedir(stream) }
    var names: [[UInt8]] = []
    while let entry = readdir(stream) {
      let name = withUnsafeBytes(of: &entry.pointee.d_name) { Array($0.prefix { $0 != 0 }) }
      if name != Array(".".utf8), name != Array("..".utf8) { names.append(name) }
    }
    return names
  }
}
