import Foundation

/// Shows elapsed time on stderr during a refresh that takes longer than 0.7 seconds.
struct Progress {
  let clock: any Clock<Duration>

  /// Runs until cancelled, then clears the line.
  func run() async {
    var seconds = 0
    while (try? await clock.sleep(for: seconds == 0 ? .milliseconds(700) : .seconds(1))) != nil {
      seconds += 1
      OutputStream.message("\rfetching OpenRouter's list, \(seconds) s ")
    }
    if seconds > 0 { OutputStream.message("\r\u{1B}[K") }
  }
}
