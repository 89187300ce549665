import Foundation
import Support
import Testing

/// The samples of the documentation that show a command with its output.
@Suite(
  .enabled(if: DocumentedModels.isPresent, "../shared/captures is not present"),
  .timeLimit(.minutes(Sanitizers.patience)))
struct SampleTests {
  /// Samples whose output depends on files that are not in the project.
  private static let withoutFiles = ["modeldex fit prompt.txt", "modeldex lint --since"]

  @Test(arguments: [
    "README.md", "Sources/ModelBrowser/ModelBrowser.docc/Choosing.md",
    "Sources/ModelCommands/ModelCommands.docc/OtherPrograms.md",
    "Sources/ModelCommands/ModelCommands.docc/WhoServesAModel.md",
  ])
  func `a sample is what the command prints`(path: String) async throws {
    let samples = try MarkdownPage.read(path).blocks.filter { block in
      block.text.hasPrefix("$ modeldex")
        && !Self.withoutFiles.contains { block.text.hasPrefix("$ " + $0) }
    }
    #expect(!samples.isEmpty)
    try await DocumentedModels.with { program, _ in
      for sample in samples {
        let command = MarkdownPage.commands(in: sample)[0]
        let isContinued = command.split(separator: "\n").count
        let printed = sample.text.split(separator: "\n", omittingEmptySubsequences: false)
          .dropFirst(isContinued)
        // As on a terminal of the size of the sample.
        let width = printed.map { $0.count }.max() ?? 80
        let isTable = ["list", "endpoints"].contains(command.split(separator: " ")[1])
        let outcome = try await program.shell(
          command + (isTable ? " --format table" : ""),
          setting: ["COLUMNS": "\(width)", "LINES": "\(printed.count)"])
        #expect(outcome.output == printed.joined(separator: "\n"), "\(command)\n\(outcome.error)")
      }
    }
  }
}
