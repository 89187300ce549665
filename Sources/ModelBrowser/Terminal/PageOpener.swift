import Foundation

/// Opens a web page in the user's browser.
package enum PageOpener {
  package enum Outcome: Hashable, Sendable {
    case opened(with: String)
    case failed(String)
  }

  /// The program and its arguments before the address, or nil if there is nothing to open with.
  ///
  /// `$BROWSER` takes precedence. Without a desktop `xdg-open` would start a text browser, which
  /// has no terminal to run in.
  package static func command(
    environment: [String: String], isInstalled: (String) -> Bool
  ) -> [String]? {
    for choice in (environment["BROWSER"] ?? "").split(separator: ":") {
      let words = choice.split(separator: " ").map(String.init).filter { $0 != "%s" }
      if let name = words.first, isInstalled(name) { return words }
    }
    let hasDesktop = ["DISPLAY", "WAYLAND_DISPLAY"].contains {
      !(environment[$0] ?? "").isEmpty
    }
    if hasDesktop, isInstalled("xdg-open") { return ["xdg-open"] }
    return isInstalled("wslview") ? ["wslview"] : nil
  }

  /// Opens the page; blocks for up to two seconds to learn of a failure.
  package static func open(
    _ address: String, environment: [String: String], isInstalled: (String) -> Bool
  ) -> Outcome {
    guard address.hasPrefix("https://") || address.hasPrefix("http://") else {
      return .failed("not a web address")
    }
    guard let command = command(environment: environment, isInstalled: isInstalled),
      let name = command.first
    else { return .failed("neither $BROWSER nor a desktop with xdg-open here") }
    switch Child.run(
      command + [address], environment: environment, limit: .seconds(2), killsLate: false)
    {
    case .ended(status: 0), .running: return .opened(with: name)
    case .ended(let status): return .failed("\(name) ended with status \(status)")
    case .notStarted(let reason): return .failed("\(name) did not start: \(reason)")
    }
  }
}
