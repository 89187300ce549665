import ArgumentParser
import Foundation
import ModelCatalog
import ModelRegistry
import ModelText

/// Shows one model, whole.
struct Show: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show",
    abstract: "Show one model: facts, prices, abilities, routes.",
    discussion: """
      Takes ids of both routes, canonical slugs and aliases. An id that no model has ends with 1, \
      and the nearest ids go to stderr.

      Examples:
        modeldex show anthropic/claude-opus-4.5
        modeldex show gpt-4o --format json | jq .pricing
        modeldex show anthropic/claude-sonnet-5 --as curl | sh
      """)

  @Argument(help: "The model's id.", transform: TypedID.bare)
  var id: String

  @Argument(help: .hidden)
  var others: [String] = []

  @Option(
    help: ArgumentHelp(
      "text, or json as the API has it (default: text).", valueName: "format"))
  var format: PageFormat?

  @Option(
    name: .customLong("as"),
    help: ArgumentHelp(
      "Print it for another program: \(CopyForm.allCases.map(\.rawValue).joined(separator: ", ")).",
      valueName: "form"))
  var form: CopyForm?

  @OptionGroup var workload: WorkloadOption
  @OptionGroup var past: PastOption
  @OptionGroup var registry: RegistryOptions

  func validate() throws {
    guard others.isEmpty else {
      throw ValidationError(
        "show takes one model; to see more side by side: modeldex compare "
          + ([id] + others).map { DisplayText.clean($0, limit: 200) }.joined(separator: " "))
    }
  }

  func run() async throws {
    guard form == nil || format == nil else {
      throw CommandFailure.usage("--as and --format exclude each other")
    }
    let environment = ProcessInfo.processInfo.environment
    let settings = try registry.settings(environment: environment, flags: workload.flags)
    let workload = settings.workload?.value
    let console = Console(settings)
    let moment = try past.moment()
    let modelSource = ModelSource(settings: settings, console: console)
    var catalog = try await modelSource.catalog(at: moment)
    // What is not listed may have been.
    if moment == nil, catalog.resolve(id) == nil {
      catalog = await modelSource.loadHistory().catalog
    }
    guard let model = catalog.resolve(id) else {
      throw CommandFailure.unknown(id, in: catalog)
    }
    if model.id.lowercased() != id.lowercased() {
      console.note("\(DisplayText.clean(id, limit: 200)) is \(model.id)")
    }
    if let form {
      guard let text = form.text(of: model, in: catalog, workload: workload) else {
        throw CommandFailure.nothing(form.refusal(of: model))
      }
      // Data for a program, with a line break at its end.
      try console.write(Array((text.hasSuffix("\n") ? text : text + "\n").utf8))
      return
    }
    switch format ?? .text {
    case .text:
      let page = ModelPage(
        model: model, catalog: catalog, workload: workload,
        today: CalendarDay(moment ?? Date()),
        styler: console.styler,
        width: min(max(console.width ?? 80, 40), 100))
      try console.write(page.text)
    case .json:
      if let day = model.lastListed {
        let flag = PageHeading.Flag.removed(lastListed: CalendarDay(day))
        console.note("\(model.id) is \(flag.text)")
      }
      let json = catalog.json(of: model, workload: workload).encoded(.pretty)
      try console.write([UInt8](json) + [UInt8(ascii: "\n")])
    }
  }
}

extension CommandFailure {
  /// No model has that id, and here are the nearest.
  static func unknown(_ id: String, in catalog: Catalog) -> CommandFailure {
    let nearest = catalog.nearest(to: id).map { "\n  \($0)" }.joined()
    return nothing(
      "there is no model “\(DisplayText.clean(id, limit: 200))”; the nearest are:\(nearest)")
  }
}

extension CopyForm: ExpressibleByArgument {}
