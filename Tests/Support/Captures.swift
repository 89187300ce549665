package import Foundation

/// Real upstream bodies next to the project, if present; they are not part of it.
package enum Captures {
  package static let directory = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "shared/captures")

  /// The names of all captured listings; empty if there are none.
  package static let listings: [String] =
    ((try? FileManager.default.contentsOfDirectory(atPath: directory.path)) ?? [])
    .filter { $0.hasPrefix("openrouter-") && $0.hasSuffix(".json") }.sorted()

  package static func body(_ name: String) throws -> Data {
    try Data(contentsOf: directory.appending(path: name))
  }
}
