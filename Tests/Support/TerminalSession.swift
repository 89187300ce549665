package import Foundation
import Glibc

/// A program in a real terminal of its own: a detached tmux server.
///
/// A test controls its keys, size and signals, and reads its screen, its exit status and the state
/// in which it leaves the terminal. The user's own tmux and its configuration are not used.
///
/// Waiting polls every few milliseconds (tmux has no event for "the screen changed"); the time
/// limit only decides when a failing test gives up.
package final class TerminalSession: Sendable {
  package struct Failure: Error, CustomStringConvertible {
    package let description: String
  }

  /// For a test's `.enabled(if:)`: terminal tests need tmux.
  package static let isAvailable = Subprocess.succeeds(["tmux", "-V"])

  /// Files written by the script that runs the program; removed with the session.
  private let notes: URL
  private let socket: String
  private let patience: Duration

  /// Starts a program and returns at once.
  ///
  /// - Parameters:
  ///   - arguments: The program and its arguments. For a shell with job control:
  ///     `bash --norc --noprofile -i`.
  ///   - columns: The terminal's width.
  ///   - rows: The terminal's height.
  ///   - environment: Added to this process's environment. TERM is `tmux-256color` unless given
  ///     here; nil removes a variable.
  ///   - patience: The time limit of each wait.
  /// - Throws: ``Failure`` if tmux can't be started.
  package init(
    _ arguments: [String], columns: Int = 100, rows: Int = 30,
    environment: [String: String?] = [:], patience: Duration = .seconds(20)
  ) throws {
    self.patience = patience
    socket = "test-\(getpid())-\(UUID().uuidString.prefix(8))"
    notes = FileManager.default.temporaryDirectory.appending(path: socket)
    try FileManager.default.createDirectory(at: notes, withIntermediateDirectories: true)
    // The shell keeps the terminal open after the program has ended, so that its state can be read;
    // `exec` in a subshell makes the recorded process id that of the program.
    let script = """
      cd "$NOTES_START"; stty -g > "$NOTES/before"
      sh -c 'echo $$ > "$NOTES/pid.new"; mv "$NOTES/pid.new" "$NOTES/pid"; exec "$@"' sh "$@"
      echo $? > "$NOTES/status.new"; stty -g > "$NOTES/after"
      mv "$NOTES/status.new" "$NOTES/status"; exec sleep infinity
      """
    var changes = [
      "NOTES=\(notes.path)", "NOTES_START=\(FileManager.default.currentDirectoryPath)",
    ]
    var removals = ["-u", "TMUX", "-u", "TMUX_PANE", "-u", "NO_COLOR", "-u", "SSH_CONNECTION"]
    for (name, value) in environment {
      if let value { changes.append("\(name)=\(value)") } else { removals += ["-u", name] }
    }
    try tmux(
      [
        "start-server", ";", "set", "-g", "status", "off", ";", "set", "-g", "default-terminal",
        "tmux-256color", ";", "set", "-s", "escape-time", "0", ";", "new-session", "-d", "-x",
        "\(columns)", "-y", "\(rows)", "env",
      ] + removals + changes + ["sh", "-c", script, "sh"] + arguments)
  }

  deinit { close() }

  /// Ends the terminal as if its window were closed.
  package func close() {
    resume()
    _ = try? Subprocess.run(["tmux", "-L", socket, "-f", "/dev/null", "kill-server"])
    try? FileManager.default.removeItem(at: notes)
  }

  // MARK: - Input

  /// Types text.
  package func type(_ text: String) throws { try tmux(["send-keys", "-l", "--", text]) }

  /// Presses keys by tmux's names for them: `Up`, `Enter`, `Escape`, `C-c`, `M-x`, `BTab`, `F5`.
  package func press(_ keys: String...) throws { try tmux(["send-keys", "--"] + keys) }

  /// Sends bytes as a terminal does; a thousand arrive at once.
  package func send(_ bytes: some Sequence<UInt8>) throws {
    var rest = bytes.map { String($0, radix: 16) }[...]
    while !rest.isEmpty {
      try tmux(["send-keys", "-H"] + rest.prefix(1000))
      rest = rest.dropFirst(1000)
    }
  }

  /// Discards input that the program has not read.
  package func dropInput() throws {
    let file = open(try property("#{pane_tty}"), O_RDWR | O_NOCTTY)
    tcflush(file, TCIFLUSH)
    Glibc.close(file)
  }

  /// Pastes, with bracketed paste if the program enabled it.
  package func paste(_ text: String) throws {
    try tmux(["set-buffer", "--", text, ";", "paste-buffer", "-p", "-r"])
  }

  package func resize(columns: Int, rows: Int) throws {
    try tmux(["resize-window", "-x", "\(columns)", "-y", "\(rows)"])
  }

  /// Whether tmux has reported the size to the program, which it does some time after a change.
  package func hasToldItsSize() throws -> Bool {
    let words = try property("#{pane_tty} #{pane_width} #{pane_height}").split(separator: " ")
    guard words.count == 3 else { return false }
    let file = open(String(words[0]), O_RDONLY | O_NOCTTY | O_NONBLOCK)
    defer { Glibc.close(file) }
    var size = winsize()
    return ioctl(file, UInt(TIOCGWINSZ), &size) == 0
      && words[1] == "\(size.ws_col)" && words[2] == "\(size.ws_row)"
  }

  /// Whether tmux itself has crashed.
  package var hasCrashed: Bool { (try? property("#{pid}")) == nil }

  /// Only closes the window; the session's files stay.
  package func hangUp() throws { try tmux(["kill-server"]) }

  /// Stops the terminal from reading, as behind a dead connection, until ``resume()``.
  ///
  /// - Returns: Whether it could be stopped.
  @discardableResult
  package func stall() throws -> Bool {
    let id = try property("#{pid}")
    try id.write(to: notes.appending(path: "stalled"), atomically: true, encoding: .utf8)
    return pid_t(id).map { kill($0, SIGSTOP) == 0 } ?? false
  }

  package func resume() {
    if let id = note("stalled").flatMap({ pid_t($0) }) { kill(id, SIGCONT) }
  }

  // MARK: - Screen

  /// The visible rows without trailing spaces.
  package func screen() throws -> String { try tmux(["capture-pane", "-p"]) }

  /// The rows with colours and attributes, as escape sequences.
  package func styledScreen() throws -> String { try tmux(["capture-pane", "-p", "-e"]) }

  /// The normal screen, while the program uses the alternate one.
  package func screenBehind() throws -> String { try tmux(["capture-pane", "-p", "-a"]) }

  /// Writes bytes to the terminal from outside the program.
  package func scribble(_ bytes: String) throws {
    let terminal = try property("#{pane_tty}")
    guard let file = fopen(terminal, "w") else {
      throw Failure(description: "\(terminal) can't be written")
    }
    fputs(bytes, file)
    fclose(file)
  }

  /// A tmux format, expanded for this terminal.
  ///
  /// For instance `#{alternate_on}`, `#{cursor_flag}` and `#{mouse_any_flag}`.
  package func property(_ format: String) throws -> String {
    try tmux(["display-message", "-p", format]).trimmingCharacters(in: .newlines)
  }

  /// Waits for a text on the screen and returns the screen.
  @discardableResult
  package func waitFor(_ text: String) throws -> String {
    try waitFor("\"\(text)\"") { $0.contains(text) }
  }

  /// Waits for a screen that satisfies the condition and returns it.
  @discardableResult
  package func waitFor(_ wish: String, where fits: (String) throws -> Bool) throws -> String {
    var last = ""
    guard
      try waits(until: {
        last = try screen()
        return try fits(last)
      })
    else { throw Failure(description: "\(wish) did not appear; the screen is:\n\(last)") }
    return last
  }

  /// Waits for any other condition.
  package func wait(for wish: String, until condition: () throws -> Bool) throws {
    guard try waits(until: condition) else {
      throw Failure(description: "\(wish) did not happen; the screen is:\n\(try screen())")
    }
  }

  /// A growing file with everything that the program sends from now on.
  package func record() throws -> URL {
    let file = notes.appending(path: "output")
    try tmux(["pipe-pane", "cat > '\(file.path)'"])
    guard try waits(until: { FileManager.default.fileExists(atPath: file.path) }) else {
      throw Failure(description: "tmux records nothing")
    }
    return file
  }

  // MARK: - The program

  /// Its process id.
  package func processID() throws -> pid_t {
    var id: pid_t?
    guard
      try waits(until: {
        id = note("pid").flatMap { pid_t($0) }
        return id != nil
      }), let id
    else { throw Failure(description: "the program did not start") }
    return id
  }

  package func signal(_ number: Int32) throws { kill(try processID(), number) }

  /// Waits for its end and returns the exit status; 128 + n for a signal.
  package func exitStatus() throws -> Int {
    var status: Int?
    guard
      try waits(until: {
        status = note("status").flatMap { Int($0) }
        return status != nil
      }), let status
    else {
      throw Failure(description: "the program did not end; the screen is:\n\(try screen())")
    }
    return status
  }

  /// Waits for its end after ``hangUp()``, when no status is recorded.
  package func waitForDeath(of process: pid_t) throws {
    guard try waits(until: { !Self.isAlive(process) }) else {
      throw Failure(description: "process \(process) lives on")
    }
  }

  /// Whether the terminal's modes (`stty`) are what they were before the program; after its end.
  package func leftModesAsFound() throws -> Bool {
    _ = try exitStatus()
    return note("before") != nil && note("before") == note("after")
  }

  /// Whether a process runs; a zombie does not.
  private static func isAlive(_ process: pid_t) -> Bool {
    guard let line = try? String(contentsOfFile: "/proc/\(process)/stat", encoding: .utf8),
      let state = line.split(separator: ")").last?.split(separator: " ").first
    else { return false }
    return state != "Z" && state != "X"
  }

  private func note(_ name: String) -> String? {
    try? String(contentsOf: notes.appending(path: name), encoding: .utf8)
      .trimmingCharacters(in: .whitespacesAndNewlines)
  }

  private func waits(until condition: () throws -> Bool) throws -> Bool {
    let clock = ContinuousClock()
    let deadline = clock.now + patience
    while true {
      if try condition() { return true }
      if clock.now >= deadline { return false }
      poll(nil, 0, 10)
    }
  }

  @discardableResult
  private func tmux(_ arguments: [String]) throws -> String {
    try Subprocess.run(["tmux", "-L", socket, "-f", "/dev/null"] + arguments)
  }
}
