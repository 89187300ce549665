import Foundation

/// Adjustments for programs under test that were built with a sanitizer.
package enum Sanitizers {
  /// Environment variables for a program that does not inherit this process's environment.
  package static let environment = ProcessInfo.processInfo.environment.filter {
    $0.key == "ASAN_OPTIONS" || $0.key == "TSAN_OPTIONS"
  }

  /// The factor by which sanitizers increase a program's memory.
  package static let overhead = environment.isEmpty ? 1 : 4

  /// The time limit of a waiting test in minutes: on two cores a test may wait minutes for a thread,
  /// and sanitizers make everything many times slower.
  package static let patience = environment.isEmpty ? 6 : 20
}
