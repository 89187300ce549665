import Foundation
import Support

/// Runs the built `modeldex` in isolation: home, cache and config are empty directories, and the
/// environment has only what is needed.
struct Program {
  struct Outcome: Equatable {
    var output: String
    var error: String
    /// The exit status; 128 plus the signal number if a signal ended it.
    var status: Int32
  }

  let home: TemporaryDirectory
  var environment: [String: String]

  init() throws {
    home = try TemporaryDirectory()
    environment = [
      "HOME": home.path, "PATH": ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin",
      "LANG": "C.UTF-8", "NO_PROXY": "*",
    ].merging(Sanitizers.environment) { $1 }
  }

  var cacheDirectory: String { home.path + "/.cache/modeldex" }

  /// In the build directory of the tests.
  static var path: String {
    let tests = (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")) ?? ""
    return URL(filePath: tests).deletingLastPathComponent().appending(path: "modeldex").path
  }

  /// Writes a file below the home directory and returns its path.
  @discardableResult
  func write(_ content: some DataProtocol, to name: String, age: Double = 0) throws -> String {
    let file = home.url(name)
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(content).write(to: file)
    try FileManager.default.setAttributes(
      [.modificationDate: Date(timeIntervalSinceNow: -age)], ofItemAtPath: file.path)
    return file.path
  }

  /// Writes a body to the default upstream's cache, as if fetched this many seconds ago.
  func cache(_ body: some DataProtocol, age: Double = 0) throws {
    try write(body, to: ".cache/modeldex/openrouter_models.json", age: age)
  }

  func config(_ json: String) throws -> String {
    try write(Data(json.utf8), to: ".config/modeldex/config.json")
  }

  func run(_ arguments: String..., setting variables: [String: String] = [:]) async throws
    -> Outcome
  {
    try await run([Self.path] + arguments, setting: variables)
  }

  func run(arguments: [String]) async throws -> Outcome {
    try await run([Self.path] + arguments, setting: [:])
  }

  /// Runs a bash script, in which the program is `modeldex`.
  func shell(_ script: String, setting variables: [String: String] = [:]) async throws -> Outcome {
    var variables = variables
    let folder = URL(filePath: Self.path).deletingLastPathComponent().path
    variables["PATH"] = folder + ":" + (environment["PATH"] ?? "")
    return try await run(["bash", "-c", script], setting: variables)
  }

  private func run(
    _ command: [String], setting variables: [String: String]
  ) async throws -> Outcome {
    let name = UUID().uuidString
    let (output, error) = (home.url("\(name).out"), home.url("\(name).err"))
    for file in [output, error] { try Data().write(to: file) }
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = command
    process.environment = environment.merging(variables) { $1 }
    process.currentDirectoryURL = URL(filePath: home.path)
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = try FileHandle(forWritingTo: output)
    process.standardError = try FileHandle(forWritingTo: error)
    let status = try await withCheckedThrowingContinuation { continuation in
      process.terminationHandler = { process in
        let isSignal = process.terminationReason == .uncaughtSignal
        continuation.resume(returning: process.terminationStatus + (isSignal ? 128 : 0))
      }
      do { try process.run() } catch { continuation.resume(throwing: error) }
    }
    return Outcome(
      output: String(decoding: try Data(contentsOf: output), as: UTF8.self),
      error: String(decoding: try Data(contentsOf: error), as: UTF8.self), status: status)
  }
}
