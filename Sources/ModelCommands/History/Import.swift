import ArgumentParser
import Foundation
import ModelCatalog
import ModelRegistry
import ModelText

/// Imports saved responses into the history.
struct Import: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import",
    abstract: "Import saved responses of OpenRouter's list into the history, in any order.",
    discussion: """
      The date of a response is --date, else the date in the file name \
      (YYYYMMDD[HH[MMSS]], UTC), else the file's modification time. A response that was imported \
      before is skipped. Files that cannot be read are reported, the others imported, and the exit \
      status is 2.

      Examples:
        modeldex import archive/openrouter-*.json
        modeldex import --date 2026-08-01T12:00:00Z saved.json
      """)

  @Argument(help: "Files with responses of GET /models.", completion: .file())
  var files: [String]

  @Option(
    help: ArgumentHelp(
      "When the one response was received: 2026-08-01, or a time like 2026-08-01T12:00:00Z.",
      valueName: "date"))
  var date: String?

  @OptionGroup var registry: RegistryOptions

  func run() async throws {
    let environment = ProcessInfo.processInfo.environment
    let settings = try registry.settings(environment: environment)
    let console = Console(settings)
    let now = Date()
    let given = try readDate(now: now)
    guard !files.contains("-") else {
      throw CommandFailure.usage("- is not a file: standard input has no name and no date")
    }
    let history = try settings.history()
    var tally = Tally()
    let summary: String
    do throws(HistoryFault) {
      let bodies = BodyImport(history: history, now: now, date: given)
      try await bodies.run(files) { file, outcome in
        tally.count(outcome)
        Self.report(outcome, of: file, tally, of: files.count, console)
      }
      summary = try await Self.summary(of: tally, history)
    } catch {
      throw CommandFailure(error)
    }
    try console.write(summary)
    guard tally.failed == 0 else {
      throw CommandFailure.unable("\(CountText.of(tally.failed, "file")) could not be imported")
    }
  }

  private struct Tally {
    var imported = 0
    var known = 0
    var failed = 0

    var all: Int { imported + known + failed }

    mutating func count(_ outcome: BodyImport.Outcome) {
      switch outcome {
      case .imported: imported += 1
      case .known: known += 1
      case .failed: failed += 1
      }
    }
  }

  private func readDate(now: Date) throws -> Date? {
    guard let date else { return nil }
    guard files.count == 1 else {
      throw CommandFailure.usage("--date needs exactly one file, but there are \(files.count)")
    }
    // Like a day in a file name, a day means its beginning.
    let read = try PastOption.read(date, of: "--date", day: .start)
    guard read <= now else { throw CommandFailure.usage("--date: \(date) is in the future") }
    guard read >= BodyDate.earliest else {
      throw CommandFailure.usage("--date: \(date) is before 2015, when no models were listed")
    }
    return read
  }

  private static func report(
    _ outcome: BodyImport.Outcome, of file: String, _ tally: Tally, of count: Int,
    _ console: Console
  ) {
    let name = DisplayText.clean(file, limit: 200)
    if console.isErrorTerminal { console.clearProgress() }
    switch outcome {
    case .imported: break
    case .known: console.note("\(name): imported before")
    case .failed(let reason): console.note("\(name): \(reason)")
    }
    if console.isErrorTerminal, tally.all < count {
      console.showProgress("importing, \(tally.all) of \(count)")
    }
  }

  private static func summary(
    of tally: Tally, _ history: CatalogHistory
  ) async throws(HistoryFault) -> String {
    var text = "\(CountText.snapshots(tally.imported)) imported"
    if tally.known > 0 { text += ", \(CountText.grouped(tally.known)) imported before" }
    guard let span = try await history.dateRange() else { return text + "; the history is empty\n" }
    let versions = try await history.versionCount()
    text += "\nthe history has \(CountText.snapshots(span.observations)), "
    text += "\(CalendarDay(span.first)) to \(CalendarDay(span.last)), "
    text +=
      "\(CountText.of(versions, "version")), \(CountText.bytes(try await history.fileSize()))\n"
    return text
  }
}

extension CountText {
  fileprivate static func snapshots(_ count: Int) -> String {
    of(count, "snapshot")
  }
}
