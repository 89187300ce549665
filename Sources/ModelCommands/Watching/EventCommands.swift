import ModelCatalog

/// Runs the `--exec` command for each event, one at a time, while the watch continues.
struct EventCommands: Sendable {
  private let command: String?
  private let environment: [String: String]
  private let console: Console
  /// After this time a running command is reported as slow.
  private let patience: Duration
  private let events: AsyncStream<WatchEvent>
  private let queue: AsyncStream<WatchEvent>.Continuation

  /// With a nil command nothing is run.
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

  func add(_ event: WatchEvent) {
    // Without a command nothing consumes the queue.
    if command != nil { queue.yield(event) }
  }

  /// No more events will be added.
  func finish() { queue.finish() }

  /// Runs until all added events are handled.
  ///
  /// Failing and slow commands are only reported.
  func run() async {
    guard let command else { return }
    for await event in events {
      let slow = Task { [patience, console] in
        guard (try? await Task.sleep(for: patience)) != nil else { return }
        console.note("the command for \(event.model.id) is slow; later events wait for it")
      }
      let script = ShellScript(
        text: command,
        environment: environment.merging([
          "MODELDEX_MODEL_ID": event.model.id, "MODELDEX_EVENT": event.kind.rawValue,
        ]) { $1 })
      do throws(ShellScript.Failure) {
        let status = try await script.run(
          reading: [UInt8](event.json.encoded()) + [UInt8(ascii: "\n")])
        if status != 0 {
          console.note("the command for \(event.model.id) ended with \(status)")
        }
      } catch {
        console.note("the command for \(event.model.id) cannot be run: \(error.reason)")
      }
      slow.cancel()
    }
  }
}
