package import ArgumentParser
import ModelCatalog

/// The option of every command that shows what models cost for some work.
package struct WorkloadOption: ParsableArguments, Sendable {
  @Option(
    help: ArgumentHelp(
      "One month of your work, for its cost with each model: \(Workload.example).",
      discussion: "Environment: MODELDEX_WORKLOAD.", valueName: "text"))
  package var workload: String?

  package init() {}

  /// As a setting of the command.
  package var flags: [Setting: String] { workload.map { [.workload: $0] } ?? [:] }
}
