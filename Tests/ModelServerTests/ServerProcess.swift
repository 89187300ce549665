import Foundation
import Support

/// A running `modeldex serve`.
final class ServerProcess: Sendable {
  let port: Int
  private let log: ProcessLog
  /// Used only by the test's own task.
  private let process: Process
  private let home: TemporaryDirectory
  private let ended = Gate()

  /// Starts it, by default with a file of models as upstream; returns once it listens.
  ///
  /// `descriptors` limits the number of its open files.
  init(
    port: Int = 0, upstream: String? = nil, log level: String = "info", flags: [String] = [],
    descriptors: Int? = nil
  ) throws {
    home = try TemporaryDirectory()
    let models = home.url("models.json")
    try ServedModels.listing.write(to: models)
    process = Process()
    let limit = descriptors.map { "ulimit -n \($0); " } ?? ""
    process.executableURL = URL(filePath: "/bin/sh")
    process.arguments =
      [
        "-c", limit + #"exec "$@""#, "sh", BuiltProgram.modeldex, "serve", "--port", "\(port)",
        "--upstream", upstream ?? models.path, "--log-level", level, "--cache-dir", home.path,
      ] + flags
    process.environment = ["HOME": home.path, "PATH": "/usr/bin:/bin", "NO_PROXY": "*"]
      .merging(Sanitizers.environment) { $1 }
    let output = Pipe()
    process.standardOutput = output
    let errors = Pipe()
    process.standardError = errors
    log = ProcessLog(errors.fileHandleForReading)
    process.terminationHandler = { [ended] _ in ended.open() }
    try process.run()
    let address = String(decoding: output.fileHandleForReading.availableData, as: UTF8.self)
    self.port = Int(address.split(separator: ":").last?.dropLast() ?? "") ?? 0
  }

  var running: RunningProcess { RunningProcess(process.processIdentifier) }

  func terminate() { process.terminate() }

  func end() async -> Int32 {
    await ended.wait()
    await log.waitForEnd()
    return process.terminationStatus
  }

  /// Its log so far; all of it after ``end()``.
  var logged: String { log.text }

  /// Waits for a log that satisfies the condition; false if it ends before.
  func logs(where isMeant: (String) -> Bool) async -> Bool { await log.wait(until: isMeant) }
}
