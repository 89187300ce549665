import Foundation
import ModelCatalog

/// Runs a person's command for each event, one after the other, while the watch goes on.
struct EventCommands: Sendable {
  private let command: String?
  private let environment: [String: String]
  private let console: Console
  /// After which a command that still runs is told of.
  private let patience: Duration
  private let events: AsyncStream<WatchEvent>
  private let queue: AsyncStream<WatchEvent>.Continuation

  /// A command of nil runs nothing.
  init(
    _ command: String?, environment: [String: String], console: Console,
    patience: Duration = .seconds(30)
  ) {
    self.command = command
    self.environment = environment
    self.console = console
    self.patience = patience
    (events, queue) = AsyncStream.makeStream(of: WatchEvent.self)
  }

  func add(_ event: WatchEvent) { queue.yield(event) }

  /// No more will be added.
  func finish() { queue.finish() }

  /// Until all that was added has been run; a command that fails or is slow is told of, no more.
  func run() async {
    guard let command else { return }
    for await event in events {
      let slow = Task { [patience, console] in
        guard (try? await Task.sleep(for: patience)) != nil else { return }
        console.note("the command for \(event.model.id) is slow: the others wait for it")
      }
      do {
        let status = try await Self.run(command, for: event, environment)
        if status != 0 {
          console.note("the command for \(event.model.id) ended with \(status)")
        }
      } catch {
        console.note("the command for \(event.model.id) cannot be run: \(error)")
      }
      slow.cancel()
    }
  }

  /// The command's exit status; 128 and the signal's number if one ended it.
  private static func run(
    _ command: String, for event: WatchEvent, _ environment: [String: String]
  ) async throws -> Int32 {
    let input = Pipe()
    let process = Process()
    process.executableURL = URL(filePath: "/bin/sh")
    process.arguments = ["-c", command]
    process.environment = environment.merging([
      "MODELDEX_MODEL_ID": event.model.id, "MODELDEX_EVENT": event.kind.rawValue,
    ]) { $1 }
    process.standardInput = input
    return try await withCheckedThrowingContinuation { continuation in
      process.terminationHandler = { process in
        let isSignal = process.terminationReason == .uncaughtSignal
        continuation.resume(returning: process.terminationStatus + (isSignal ? 128 : 0))
      }
      do {
        try process.run()
      } catch {
        continuation.resume(throwing: error)
        return
      }
      let text = [UInt8](event.record.json()) + [UInt8(ascii: "\n")]
      // A command need not read it.
      try? input.fileHandleForWriting.write(contentsOf: text)
      try? input.fileHandleForWriting.close()
    }
  }
}
