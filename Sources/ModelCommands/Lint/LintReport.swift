import Foundation
import ModelCatalog
import ModelText

/// Findings in the formats of people, programs and forges.
struct LintReport {
  let findings: [LintFinding]
  /// Those that were replaced; nil if nothing was asked to be.
  var fixed: Set<LintFinding>?
  let today: CalendarDay

  /// A finding a line: `src/agent.py:12:9: error: … [gone]`.
  func text(_ styler: ANSIStyler) -> String {
    findings.map { finding in
      let place = "\(SourcePath.shown(finding.path)):\(finding.match.line):\(finding.match.column)"
      let level = styler.paint(finding.level.rawValue, Self.style(of: finding.level))
      let rule = styler.paint("[\(finding.rule.rawValue)]", .faint)
      return "\(styler.paint(place, .strong)): \(level): \(message(of: finding)) \(rule)\n"
    }.joined()
  }

  var json: JSONValue {
    ["findings": .list(findings.map(json))]
  }

  /// Annotations, as GitHub's workflows read them from the output.
  var github: String {
    findings.map { finding in
      let command =
        switch finding.level {
        case .error: "error"
        case .warning: "warning"
        case .note: "notice"
        }
      let properties = [
        "file=\(Self.property(finding.path))", "line=\(finding.match.line)",
        "col=\(finding.match.column)", "endColumn=\(finding.endColumn)",
        "title=\(Self.property("modeldex \(finding.rule.rawValue)"))",
      ].joined(separator: ",")
      return "::\(command) \(properties)::\(Self.escaped(message(of: finding)))\n"
    }.joined()
  }

  func message(of finding: LintFinding) -> String {
    finding.verdict.words(about: finding.id, today: today)
  }

  private func json(of finding: LintFinding) -> JSONValue {
    var members: [JSONValue.Member] = [
      .init("path", .text(finding.path)), .init("line", .integer(finding.match.line)),
      .init("column", .integer(finding.match.column)),
      .init("level", .text(finding.level.rawValue)), .init("id", .text(finding.id)),
      .init("message", .text(message(of: finding))),
      .init("successor", JSONValue(finding.verdict.successor)),
    ]
    if let fixed { members.append(.init("fixed", .flag(fixed.contains(finding)))) }
    return .object(members)
  }

  private static func style(of level: LintLevel) -> TextStyle {
    switch level {
    case .error, .warning: .caution
    case .note: .faint
    }
  }

  /// The text of a workflow command, which ends with its line.
  private static func escaped(_ text: String) -> String {
    text.replacing("%", with: "%25").replacing("\r", with: "%0D").replacing("\n", with: "%0A")
  }

  /// The value of one of its properties, which ends with a comma or a colon.
  private static func property(_ text: String) -> String {
    escaped(text).replacing(":", with: "%3A").replacing(",", with: "%2C")
  }
}

extension LintFinding {
  /// The column behind its id.
  var endColumn: Int { match.column + id.unicodeScalars.count }
}
