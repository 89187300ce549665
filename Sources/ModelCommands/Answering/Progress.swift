import Foundation

/// Shows a person at the terminal that something is under way; what is quick shows nothing.
struct Progress {
  let clock: any Clock<Duration>

  /// Until cancelled; leaves the line empty.
  func run() async {
    var seconds = 0
    while (try? await clock.sleep(for: seconds == 0 ? .milliseconds(700) : .seconds(1))) != nil {
      seconds += 1
      show("\rfetching OpenRouter's list, \(seconds) s ")
    }
    if seconds > 0 { show("\r\u{1B}[K") }
  }

  private func show(_ text: String) { try? OutputStream.error.write(Array(text.utf8)) }
}
