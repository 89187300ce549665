import Foundation

/// Checks for installed programs, for a test's `.enabled(if:)`.
package enum Tool {
  package static func isThere(_ name: String) -> Bool {
    (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":")
      .contains { FileManager.default.isExecutableFile(atPath: "\($0)/\(name)") }
  }
}

extension Tool {
  /// Whether Python has all of these modules, which `pip install` brings.
  package static func hasPython(with modules: String...) -> Bool {
    isThere("python3")
      && Subprocess.succeeds(["python3", "-c", "import \(modules.joined(separator: ", "))"])
  }
}
