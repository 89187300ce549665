import Foundation

/// Checks for installed programs, for a test's `.enabled(if:)`.
package enum Tool {
  package static func isThere(_ name: String) -> Bool {
    (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":")
      .contains { FileManager.default.isExecutableFile(atPath: "\($0)/\(name)") }
  }
}
