import Foundation
import ModelRegistry

#if canImport(Glibc)
  import Glibc
#endif

/// Runs a script with sh, with default signal handling.
///
/// Not Foundation's `Process`: it would inherit our ignored SIGPIPE, and `… | head` in the script
/// would print errors. Nor swift-subprocess: for this one call it would add a package of twelve
/// thousand lines, and threads of its own that stay for as long as the program watches.
struct ShellScript: Sendable {
  let text: String
  let environment: [String: String]

  struct Failure: Error {
    /// In the system's words.
    let reason: String
  }

  /// The exit status; 128 plus the signal number if a signal ended it.
  ///
  /// The input is a file, so that the script need not read it; output is inherited, and no other
  /// open file.
  func run(reading input: [UInt8]) async throws(Failure) -> Int32 {
    guard let file = tmpfile() else { throw Self.failure(errno) }
    defer { fclose(file) }
    guard fwrite(input, 1, input.count, file) == input.count, fflush(file) == 0 else {
      throw Self.failure(errno)
    }
    rewind(file)
    let process = try start(reading: fileno(file))
    return await withCheckedContinuation { continuation in
      // A separate thread: tasks must not block on a process that may run for ever.
      Thread.detachNewThread { continuation.resume(returning: Self.end(of: process)) }
    }
  }

  private func start(reading input: Int32) throws(Failure) -> pid_t {
    var actions = posix_spawn_file_actions_t()
    var attributes = posix_spawnattr_t()
    posix_spawn_file_actions_init(&actions)
    posix_spawnattr_init(&attributes)
    defer {
      posix_spawn_file_actions_destroy(&actions)
      posix_spawnattr_destroy(&attributes)
    }
    posix_spawn_file_actions_adddup2(&actions, input, 0)
    for descriptor in Self.openDescriptors() where descriptor > 2 {
      posix_spawn_file_actions_addclose(&actions, descriptor)
    }
    var signals = sigset_t()
    sigemptyset(&signals)
    // Task threads block signals, and a child would inherit that.
    posix_spawnattr_setsigmask(&attributes, &signals)
    sigaddset(&signals, SIGPIPE)
    posix_spawnattr_setsigdefault(&attributes, &signals)
    posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF))
    let arguments = Self.copies(of: ["sh", "-c", text])
    let variables = Self.copies(of: environment.map { "\($0.key)=\($0.value)" })
    defer { for copy in arguments + variables { free(copy) } }
    var process: pid_t = 0
    let status = posix_spawn(&process, "/bin/sh", &actions, &attributes, arguments, variables)
    guard status == 0 else { throw Self.failure(status) }
    return process
  }

  /// Also those that this process has inherited; those that are opened later are closed on exec.
  private static func openDescriptors() -> [Int32] {
    let names = try? FileManager.default.contentsOfDirectory(atPath: "/proc/self/fd")
    return (names ?? []).compactMap { Int32($0) }
  }

  /// Nil-terminated; the caller frees them.
  private static func copies(of texts: [String]) -> [UnsafeMutablePointer<CChar>?] {
    texts.map { strdup($0) } + [nil]
  }

  private static func end(of process: pid_t) -> Int32 {
    var status: Int32 = 0
    while waitpid(process, &status, 0) < 0 {
      guard errno == EINTR else { return -1 }
    }
    let signal = status & 0x7F
    return signal == 0 ? status >> 8 & 0xFF : 128 + signal
  }

  private static func failure(_ code: Int32) -> Failure {
    Failure(reason: SystemMessage.words(errno: code))
  }
}
