import Foundation

/// What a program under test must know of the sanitizer that it was built with.
package enum Sanitizers {
  /// For an environment that has nothing else of this process's.
  package static let environment = ProcessInfo.processInfo.environment.filter {
    $0.key == "ASAN_OPTIONS" || $0.key == "TSAN_OPTIONS"
  }

  /// Times the memory that a program takes without them.
  package static let overhead = environment.isEmpty ? 1 : 4

  /// Minutes after which a test that waits is given up: they make everything many times as slow.
  package static let patience = environment.isEmpty ? 1 : 20
}
