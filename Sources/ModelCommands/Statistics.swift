import ArgumentParser
import Foundation
import ModelCatalog
import ModelRegistry
import ModelText

/// Counts models by provider, category and ability.
struct Statistics: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "stats", abstract: "Count models by provider, category and ability.")

  @Option(
    help: ArgumentHelp(
      "text, or json as the API has it (default: text).", valueName: "format"))
  var format = PageFormat.text

  @OptionGroup var past: PastOption
  @OptionGroup var registry: RegistryOptions

  func run() async throws {
    let environment = ProcessInfo.processInfo.environment
    let settings = try registry.settings(environment: environment)
    let console = Console(settings)
    let moment = try past.moment()
    let modelSource = ModelSource(settings: settings, console: console)
    let catalog = try await modelSource.catalog(at: moment)
    let json = catalog.statisticsJSON
    switch format {
    case .text: try console.write(Self.text(of: json, console.styler))
    case .json: try console.write([UInt8](json.encoded(.pretty)) + [UInt8(ascii: "\n")])
    }
  }

  private static func text(of json: JSONValue, _ styler: ANSIStyler) -> String {
    var facts = FactList()
    for (name, title) in [
      ("total", "Models"), ("withVision", "With vision"), ("withFunction", "With tools"),
      ("withReasoning", "With reasoning"), ("free", "Free"),
    ] {
      facts.add(title, json[name].map(shown))
    }
    var text = facts.text(styler)
    for (name, title) in [("byProvider", "By provider"), ("byCategory", "By category")] {
      text += "\n" + styler.paint(title, .strong) + "\n"
      guard case .object(let members) = json[name] else { continue }
      var counts = FactList()
      for member in members { counts.add("  " + member.name, shown(member.value)) }
      text += counts.text(styler)
    }
    return text
  }

  private static func shown(_ value: JSONValue) -> String {
    guard case .integer(let count) = value else { return "" }
    return CountText.grouped(count)
  }
}
