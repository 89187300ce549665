import ArgumentParser
import Foundation
import ModelCatalog
import ModelRegistry
import ModelText

/// Refreshes from upstream and shows what changed.
struct Refresh: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "refresh",
    abstract: "Fetch OpenRouter's list now and show what was added, removed and changed.",
    discussion: """
      Exits with 0 only if a valid list was received and saved; otherwise with 2, and the previous \
      list is kept.
      """)

  @Option(help: ArgumentHelp("text, or json (default: text).", valueName: "format"))
  var format = PageFormat.text

  @OptionGroup var registry: RegistryOptions

  func run() async throws {
    let environment = ProcessInfo.processInfo.environment
    let settings = try registry.settings(environment: environment)
    let console = Console(settings)
    let modelSource = ModelSource(settings: settings, console: console)
    await modelSource.registry.load()
    let isFirst = await modelSource.registry.snapshot.freshness == .coreOnly
    guard let result = await modelSource.refresh(within: nil) else {
      throw CommandFailure.unable("the refresh was cancelled")
    }
    let outcome: RefreshOutcome
    switch result {
    case .success(let success): outcome = success
    case .failure(let error): throw CommandFailure.unable(error.summary)
    }
    let snapshot = await modelSource.registry.snapshot
    let omissions = snapshot.omissions
    if omissions.unreadableRows > 0 {
      console.note("\(CountText.of(omissions.unreadableRows, "row")) of the list could not be read")
    }
    if omissions.rowsOverLimit + omissions.valuesOverLimit > 0 {
      console.note("the list is too large, and not all of it is used; modeldex status counts what")
    }
    // Before any output: a closed pipe ends the program with status 0.
    if let notice = snapshot.historyNotice { console.note(notice) }
    if let notice = snapshot.cacheNotice { throw CommandFailure.unable(notice) }
    let changes =
      switch outcome {
      case .unchanged: CatalogChanges.none
      case .changed(let changes): changes
      }
    switch format {
    case .text:
      let page = ChangesPage(
        changes: changes,
        total: snapshot.catalog.models.count { $0.source == .openRouter && $0.isListed },
        isFirst: isFirst, styler: console.styler)
      try console.write(page.text)
    case .json:
      try console.write([UInt8](changes.news.json.encoded(.pretty)) + [UInt8(ascii: "\n")])
    }
  }
}
