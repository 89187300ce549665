import Foundation
import Support
import Testing

/// The real program in a real terminal, with its own cache and state.
struct BrowserSession {
  let terminal: TerminalSession
  /// Removed with the last reference to it.
  let directory: TemporaryDirectory

  /// Starts the browser, optionally through `wrapper`, a command that runs its arguments;
  /// `directory` lets a second session use the first one's cache.
  init(
    upstream: String, flags: [String] = [], wrapper: [String] = [], columns: Int = 100,
    rows: Int = 30, environment: [String: String?] = [:], in directory: TemporaryDirectory? = nil
  ) throws {
    let directory = try directory ?? TemporaryDirectory()
    self.directory = directory
    terminal = try TerminalSession(
      wrapper + Self.arguments(upstream: upstream, in: directory) + flags, columns: columns,
      rows: rows,
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

  /// The alternate screen, the cursor's visibility and the mouse mode, as tmux reports them.
  func modes() throws -> String {
    try terminal.property("#{alternate_on} #{cursor_flag} #{mouse_any_flag}")
  }

  static let restored = "0 1 0"

  /// Whether after the end the line and screen modes are as before, and bracketed paste is off.
  func expectRestored(_ comment: Comment? = nil) throws {
    let areModesBack = try terminal.leftModesAsFound()
    #expect(areModesBack, comment)
    try terminal.wait(for: "the restored screen") { try modes() == Self.restored }
    try terminal.dropInput()
    try terminal.paste("\nechoed")
    let screen = try terminal.waitFor("\nechoed")
    #expect(!screen.contains("\nechoed^["), comment)
  }
}
