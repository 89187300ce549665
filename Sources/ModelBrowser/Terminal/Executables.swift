import Foundation

/// Programs on PATH.
package enum Executables {
  /// Whether PATH has an executable of that name.
  package static func contains(_ name: String, environment: [String: String]) -> Bool {
    guard !name.isEmpty else { return false }
    if name.contains("/") { return FileManager.default.isExecutableFile(atPath: name) }
    return (environment["PATH"] ?? "/usr/local/bin:/usr/bin:/bin")
      .split(separator: ":")
      .contains { FileManager.default.isExecutableFile(atPath: "\($0)/\(name)") }
  }
}
