import ArgumentParser
import Foundation
import ModelBrowser
import ModelCommands
import ModelRegistry

/// Opens the browser.
struct Browse: AsyncParsableCommand {
  static let configuration = CommandConfiguration(abstract: "Open the browser (the default).")

  @Argument(help: "A query to begin with, like: claude ctx>=200k is:free")
  var query: [String] = []

  @OptionGroup var registry: RegistryOptions

  @Flag(help: "Start with OpenRouter models hidden. Environment: MODELDEX_NO_OPENROUTER.")
  var noOpenrouter = false

  @Flag(help: "Draw with ASCII letters alone.")
  var ascii = false

  func run() async throws {
    let environment = ProcessInfo.processInfo.environment
    let settings = try registry.settings(
      environment: environment, flags: noOpenrouter ? [.noOpenrouter: "true"] : [:])
    let browser = Browser(
      registry: ModelRegistry(core: CoreModels.models, settings: settings.registry),
      query: query.joined(separator: " "),
      showsOpenRouter: settings.hidesOpenRouter == true ? false : nil,
      options: TerminalOptions(
        color: TerminalOptions.ColorMode(rawValue: settings.color.rawValue) ?? .auto,
        isASCII: ascii, environment: environment),
      store: PersonalStore(directory: PersonalStore.directory(environment: environment)))
    do {
      let status = try await browser.run()
      throw ExitCode(status)
    } catch let error as TerminalError {
      FileHandle.standardError.write(Data("modeldex: \(error)\n".utf8))
      throw ExitCode(2)
    }
  }
}
