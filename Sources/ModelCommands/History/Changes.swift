import ArgumentParser
import Foundation
import ModelCatalog
import ModelRegistry
import ModelText

/// Says what has changed since a moment.
struct Changes: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "changes",
    abstract: "Show what was added, removed and changed on OpenRouter since a date.",
    discussion: """
      A day means its beginning (UTC); last means when you last marked all changes read in the \
      browser or, if you never did, the last list that differs from the current one. Only the \
      difference is shown: modeldex history shows every change of one model.

      Examples:
        modeldex changes --since 2026-08-01
        modeldex changes --since last --format json | jq -r '.added[]'
        modeldex changes --format atom > /var/www/changes.atom
      """)

  @Option(help: ArgumentHelp("A date, or last (default: 7 days ago).", valueName: "date"))
  var since: String?

  @Flag(help: "Include descriptions and benchmark scores.")
  var noise = false

  @Option(
    help: ArgumentHelp(
      "text, json, or atom: a feed for a web server (default: text).", valueName: "format"))
  var format = ChangesFormat.text

  @OptionGroup var registry: RegistryOptions

  func run() async throws {
    let environment = ProcessInfo.processInfo.environment
    let settings = try registry.settings(environment: environment)
    let console = Console(settings)
    let asked = try readMoment(environment: environment)
    let modelSource = ModelSource(settings: settings, console: console)
    let history = try modelSource.history()
    _ = await modelSource.snapshot()
    _ = await modelSource.loadHistory()
    let now = Date()
    let begin: Date
    let span: CatalogHistory.DateRange
    do throws(HistoryFault) {
      guard let known = try await history.dateRange() else { throw .empty }
      span = known
      switch asked {
      case .moment(let moment): begin = moment
      case .newest:
        // Of one list alone, nothing can have changed.
        let change = try await history.lastChange() ?? span.first
        let before = max(span.first, change.addingTimeInterval(-0.001))
        begin = try await history.observation(notAfter: before)
      }
    } catch {
      throw CommandFailure(error)
    }
    if begin < span.first { console.note(HistoryFault.tooEarly(begins: span.first).summary) }
    guard format != .atom else {
      try await writeFeed(of: history, since: begin, until: now, console)
      return
    }
    try await ChangesReport(
      history: history, hasNoise: noise, format: format == .json ? .json : .text, console: console
    )
    .write(from: max(begin, span.first), to: now)
  }

  /// Every change, not only the difference.
  private func writeFeed(
    of history: CatalogHistory, since begin: Date, until end: Date, _ console: Console
  ) async throws {
    let entries: [HistoryEntry]
    do throws(HistoryFault) {
      entries = try await history.entries(since: begin, until: end)
    } catch {
      throw CommandFailure(error)
    }
    try console.write(Array(AtomFeed(entries, updated: CalendarDay(begin).start).xml))
  }

  private enum Asked {
    case moment(Date)
    /// What the last list brought that was not the same as the one before it.
    case newest
  }

  private func readMoment(environment: [String: String]) throws(CommandFailure) -> Asked {
    switch since {
    case nil: .moment(Date(timeIntervalSinceNow: -7 * 86400))
    case "last": LastRead.date(environment: environment).map(Asked.moment) ?? .newest
    case let text?: .moment(try PastOption.read(text, of: "--since", day: .start))
    }
  }
}
