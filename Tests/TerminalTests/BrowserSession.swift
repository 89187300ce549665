import Foundation
import Support

/// The real program in a real terminal, with a cache and a state of its own.
struct BrowserSession {
  let terminal: TerminalSession
  /// Removed with the last reference to it.
  let directory: TemporaryDirectory

  /// Starts the browser; `directory` lets a second one take over the first one's cache.
  init(
    upstream: String, flags: [String] = [], columns: Int = 100, rows: Int = 30,
    environment: [String: String?] = [:], in directory: TemporaryDirectory? = nil
  ) throws {
    let directory = try directory ?? TemporaryDirectory()
    self.directory = directory
    terminal = try TerminalSession(
      Self.arguments(upstream: upstream, in: directory) + flags, columns: columns, rows: rows,
      environment: Self.environment(in: directory).merging(environment) { $1 })
  }

  static func arguments(upstream: String, in directory: TemporaryDirectory) -> [String] {
    [BuiltProgram.modeldex, "--upstream", upstream, "--cache-dir", directory.url("cache").path]
  }

  static func environment(in directory: TemporaryDirectory) -> [String: String?] {
    [
      "XDG_STATE_HOME": directory.url("state").path,
      "XDG_CONFIG_HOME": directory.url("config").path,
      "MODELDEX_UPSTREAM": nil, "MODELDEX_CACHE_DIR": nil, "MODELDEX_OFFLINE": nil,
      "OPENROUTER_API_KEY": nil, "HTTP_PROXY": nil, "http_proxy": nil, "HTTPS_PROXY": nil,
      "https_proxy": nil, "SWIFT_BACKTRACE": "enable=no", "LC_ALL": "C.UTF-8",
    ]
  }

  /// The alternate screen, the cursor's visibility and the mouse, as tmux knows them.
  func modes() throws -> String {
    try terminal.property("#{alternate_on} #{cursor_flag} #{mouse_any_flag}")
  }

  static let restored = "0 1 0"
}
