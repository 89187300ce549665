import Foundation
import Support

/// `modeldex serve`, running.
final class ServerProcess: Sendable {
  let port: Int
  private let log: URL
  /// Used by the test's own task alone.
  private let process: Process
  private let home: TemporaryDirectory
  private let ended = Gate()

  /// With a file of models as its upstream unless there is another; returns once it listens.
  ///
  /// `descriptors` is how many the system gives it, if that is to be few.
  init(
    port: Int = 0, upstream: String? = nil, log level: String = "info", flags: [String] = [],
    descriptors: Int? = nil
  ) throws {
    home = try TemporaryDirectory()
    let models = home.url("models.json")
    try ServedModels.listing.write(to: models)
    log = home.url("log")
    try Data().write(to: log)
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
    process.standardError = try FileHandle(forWritingTo: log)
    process.terminationHandler = { [ended] _ in ended.open() }
    try process.run()
    let address = String(decoding: output.fileHandleForReading.availableData, as: UTF8.self)
    self.port = Int(address.split(separator: ":").last?.dropLast() ?? "") ?? 0
  }

  var running: RunningProcess { RunningProcess(process.processIdentifier) }

  func terminate() { process.terminate() }

  func end() async -> Int32 {
    await ended.wait()
    return process.terminationStatus
  }

  /// What it has logged.
  func text() throws -> String { try String(contentsOf: log, encoding: .utf8) }
}
