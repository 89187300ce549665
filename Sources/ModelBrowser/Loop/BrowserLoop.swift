import Foundation
import ModelCatalog
import ModelRegistry

/// The event loop: waits, updates the state, performs effects, draws.
///
/// The only owner of the terminal.
///
/// Confined to the thread that runs it; other threads communicate through the mailbox.
final class BrowserLoop {
  private let terminal: Terminal
  private let mailbox: Mailbox<Event>
  private let registry: ModelRegistry
  private let store: PersonalStore
  private let environment: [String: String]
  private let restores: Bool
  private var state: State
  /// The stored state as last written.
  private var saved: PersonalState
  private var status: Int32?
  /// Keeps the models fresh; from when the first list is on the screen, which what it reads would
  /// delay.
  private var refreshes: Task<Void, Never>?
  /// Whether a snapshot arrived since ``workAfterDrawing()``.
  private var hasNewIndex = false
  private var picked: [Model] = []
  /// The running load of a model's history; only the last request matters.
  private var historyLoading: Task<Void, Never>?
  /// The running questions for the query of the list; only the last query matters.
  private var endpointGathering: Task<Void, Never>?

  init(
    _ browser: Browser, snapshot: Snapshot, mailbox: Mailbox<Event>
  ) throws(TerminalError) {
    let personal = browser.store.load()
    saved = personal
    var options = browser.options
    let isGNUScreen = options.isGNUScreen
    options.mouse = personal[keyPath: PersonalState.mouseChoice(inGNUScreen: isGNUScreen)]
    terminal = try Terminal.open(options)
    registry = browser.registry
    store = browser.store
    restores = browser.restores
    environment = browser.options.environment
    self.mailbox = mailbox
    state = State(
      snapshot: snapshot, personal: personal, size: terminal.size, now: Date(),
      query: browser.query, showsOpenRouter: browser.showsOpenRouter,
      hasHistory: browser.registry.history != nil, pastCatalog: browser.pastCatalog,
      given: browser.given, keys: browser.keys, isGNUScreen: isGNUScreen,
      keepsEndpoints: true, picker: browser.picker, restores: restores)
  }

  func run() -> BrowserOutcome {
    defer {
      refreshes?.cancel()
      terminal.close()
      storeLastView()
    }
    terminal.present(state.frame)
    while status == nil {
      let wakes = terminal.wait(mailbox: mailbox.descriptor, timeout: timeout)
      handle(.timePassed(Date()))
      for wake in wakes where status == nil { handle(wake) }
      if status == nil { terminal.present(state.frame) }
      workAfterDrawing()
    }
    return BrowserOutcome(status: status ?? 0, picked: picked, catalog: state.catalog)
  }

  /// Makes the parts of a new index that only a query needs, after the list is on the screen.
  private func workAfterDrawing() {
    guard hasNewIndex else { return }
    hasNewIndex = false
    refreshes = refreshes ?? Task { [registry] in await registry.run() }
    let index = state.search.index
    let (mailbox, hasViews) = (mailbox, !state.personal.views.all.isEmpty)
    Task.detached {
      index.prepare()
      if hasViews { mailbox.post(.searchPrepared) }
    }
  }

  /// Stores the view for the next run; a failure is not reported, because the screen is closed.
  private func storeLastView() {
    guard restores else { return }
    var personal = state.personal
    personal.lastView = state.lastView
    if personal != saved { try? store.save(personal, changedSince: saved) }
  }

  private var timeout: Duration? {
    state.nextChange.map { .seconds(max(0, $0.timeIntervalSinceNow)) }
  }

  private func handle(_ wake: Terminal.Wake) {
    switch wake {
    case .input(let input): handle(Event.input(input))
    case .resized(let size), .resumed(let size): handle(Event.resized(size))
    case .mailbox: for event in mailbox.drain() where status == nil { handle(event) }
    case .timeUp: break
    case .terminated(let signal): status = 128 + signal
    case .hungUp: status = 128 + SIGHUP
    }
  }

  private func handle(_ event: Event) {
    if case .snapshotArrived = event { hasNewIndex = true }
    for effect in state.update(event) { perform(effect) }
  }

  private func perform(_ effect: Effect) {
    switch effect {
    case .refresh:
      let (registry, mailbox) = (registry, mailbox)
      Task { mailbox.post(.refreshEnded(await registry.refresh())) }
    case .readNews(let since): readNews(since: since)
    case .loadHistory(let id, let date): loadHistory(of: id, asOf: date)
    case .loadEndpoints(let id): loadEndpoints(of: id)
    case .readEndpoints(let id):
      let (endpoints, mailbox) = (registry.endpoints, mailbox)
      Task {
        guard let kept = await endpoints.kept(id) else { return }
        mailbox.post(.endpointsAnswered(id, EndpointAnswer(known: kept), isFinal: false))
      }
    case .gatherEndpoints(let ids, let need, let zeroRetention):
      gatherEndpoints(of: ids, need, zeroRetention: zeroRetention)
    case .copy(let text, let label):
      copy(text, label: label)
    case .openPage(let url):
      let (mailbox, environment) = (mailbox, environment)
      // A child process may take seconds, so it must not block the cooperative pool.
      DispatchQueue.global().async {
        let outcome = PageOpener.open(url, environment: environment) {
          Executables.contains($0, environment: environment)
        }
        mailbox.post(.pageOpened(url: url, outcome))
      }
    case .save(let personal):
      // A small file, written synchronously: in order, and nothing is lost by quitting.
      do throws(AtomicFile.Fault) {
        try store.save(personal, changedSince: saved)
        saved = personal
      } catch {
        handle(.savingFailed("\(store.file.path) cannot be written: \(error.reason)"))
      }
    case .setMouse(let isOn): terminal.setMouse(isOn)
    case .repaint: terminal.repaint()
    case .suspend:
      terminal.suspend()
      handle(Event.resized(terminal.size))
      handle(.timePassed(Date()))
    case .quit(let code): status = code
    case .pick(let ids):
      picked = ids.compactMap(state.model)
      status = 0
    }
  }

  private func readNews(since: Date) {
    guard let history = registry.history else { return }
    let (registry, mailbox) = (registry, mailbox)
    Task {
      // Only then does the history contain what the cache holds.
      await registry.loadHistory()
      do throws(HistoryFault) {
        mailbox.post(.newsRead(.success(try await history.entries(since: since))))
      } catch {
        mailbox.post(.newsRead(.failure(error)))
      }
    }
  }

  private func loadHistory(of id: Model.ID, asOf date: Date?) {
    guard let history = registry.history else { return }
    let mailbox = mailbox
    historyLoading?.cancel()
    historyLoading = Task {
      let read: LoadedHistory
      do throws(HistoryFault) {
        read = LoadedHistory(id: id, modelHistory: try await history.history(of: id), asOf: date)
      } catch {
        read = LoadedHistory(id: id, fault: error)
      }
      if !Task.isCancelled { mailbox.post(.historyLoaded(read)) }
    }
  }

  private func loadEndpoints(of id: Model.ID) {
    let (endpoints, mailbox) = (registry.endpoints, mailbox)
    Task {
      if let kept = await endpoints.kept(id) {
        mailbox.post(.endpointsAnswered(id, EndpointAnswer(known: kept), isFinal: false))
      }
      let answer = await endpoints.endpoints(of: id, for: .health)
      mailbox.post(.endpointsAnswered(id, answer, isFinal: true))
    }
  }

  private func gatherEndpoints(
    of ids: [Model.ID], _ need: EndpointNeed, zeroRetention: Bool
  ) {
    let (endpoints, mailbox) = (registry.endpoints, mailbox)
    endpointGathering?.cancel()
    endpointGathering = Task {
      for await progress in endpoints.gather(ids, for: need, zeroRetention: zeroRetention) {
        if Task.isCancelled { return }
        mailbox.post(.endpointsGathered(progress))
        // The stream keeps the newest meanwhile: the list is searched ten times a second at most.
        try? await Task.sleep(for: .milliseconds(100))
      }
    }
  }

  /// Sends to the terminal immediately, runs a tool in the background.
  private func copy(_ text: String, label: String) {
    let (mailbox, environment) = (mailbox, environment)
    let plan = Clipboard.plan(environment: environment) {
      Executables.contains($0, environment: environment)
    }
    let wasSent = plan.usesTerminal && terminal.sendToClipboard(text)
    DispatchQueue.global().async {
      let outcome = Clipboard.finish(
        plan, text: text, environment: environment, wasSent: wasSent)
      mailbox.post(.copied(label, outcome))
    }
  }
}
