package import Foundation
package import Logging
package import ModelCatalog
package import ModelRegistry

/// The terminal front end: shows what the registry publishes until the user quits.
///
///     keys, signals ──▶ BrowserLoop (one thread) ──▶ State.update ──▶ Frame ──▶ Terminal
///     ModelRegistry ──▶ Mailbox ──▶┘                     └──▶ effects ──▶ tasks ──▶ Mailbox
package struct Browser: Sendable {
  let registry: ModelRegistry
  let query: String
  /// Overrides the stored choice.
  let showsOpenRouter: Bool?
  /// The past catalogue to open on; nil for the present.
  let pastCatalog: PastCatalog?
  let options: TerminalOptions
  let store: PersonalStore
  let logger: Logger
  let given: GivenChoices
  let keys: KeyTable
  let picker: Picker?
  /// Whether it begins where the last run ended.
  let restores: Bool

  /// `past` is a past catalogue to open on, with its date.
  package init(
    registry: ModelRegistry, query: String, showsOpenRouter: Bool?, options: TerminalOptions,
    store: PersonalStore, logger: Logger, past: (date: Date, catalog: Catalog)? = nil,
    given: GivenChoices = GivenChoices(), keys: KeyTable = .standard, picker: Picker? = nil,
    restores: Bool = false
  ) {
    self.restores = restores
    self.picker = picker
    self.logger = logger
    self.given = given
    self.keys = keys
    self.registry = registry
    self.query = query
    self.showsOpenRouter = showsOpenRouter
    self.options = options
    self.store = store
    pastCatalog = past.map { PastCatalog(date: $0.date, catalog: $0.catalog) }
  }

  /// Runs until the user quits or the terminal is closed; for callers on the cooperative pool, which
  /// must not be blocked.
  package func run() async throws(TerminalError) -> BrowserOutcome {
    let result = await withCheckedContinuation { continuation in
      let thread = Thread {
        continuation.resume(
          returning: Result { () throws(TerminalError) in try runOnThisThread() })
      }
      thread.stackSize = 8 << 20
      thread.start()
    }
    return try result.get()
  }

  /// Runs until the user quits or the terminal is closed, and blocks this thread in poll(2).
  package func runOnThisThread() throws(TerminalError) -> BrowserOutcome {
    guard let mailbox = Mailbox<Event>() else { throw .noResources }
    let registry = registry
    let news = Task {
      var last: Snapshot?
      for await snapshot in await registry.loadedSnapshots() {
        mailbox.post(.snapshotArrived(snapshot))
        logger.log(snapshot, after: last ?? snapshot)
        last = snapshot
      }
    }
    defer { news.cancel() }
    return try BrowserLoop(self, snapshot: registry.coreSnapshot, mailbox: mailbox).run()
  }
}
