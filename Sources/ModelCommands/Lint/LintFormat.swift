import ArgumentParser
import ModelCatalog

/// The output formats of findings.
enum LintFormat: String, ExpressibleByArgument, CaseIterable, Sendable {
  case text, json, sarif, github
}

extension LintLevel: ExpressibleByArgument {}
