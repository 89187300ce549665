package import ArgumentParser

/// The commands for scripts, in the order of help.
///
/// Each states its `commandName`: to derive one from the name of the type takes longer than to parse
/// the arguments.
package enum Commands {
  package static let all: [any ParsableCommand.Type] = [
    List.self, Show.self, Endpoints.self, Compare.self, Cost.self, Plot.self, Fit.self,
    Categories.self, Refresh.self, Changes.self, Diff.self, History.self, Import.self, Watch.self,
    Lint.self, Status.self, Statistics.self, Facts.self,
  ]
}
