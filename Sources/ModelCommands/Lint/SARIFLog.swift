import Foundation
import ModelCatalog
import ModelRegistry
import ModelText

/// Findings in SARIF 2.1.0, the format in which forges and editors take those of any analysis.
struct SARIFLog {
  let report: LintReport
  /// The bytes of the paths, which an address has exactly.
  let paths: [String: SourcePath]

  var json: JSONValue {
    let driver: JSONValue = [
      "name": "modeldex", "version": .text(Version.current),
      "rules": .list(LintRule.allCases.map(Self.rule)),
    ]
    let run: JSONValue = [
      "tool": ["driver": driver], "columnKind": "unicodeCodePoints",
      "results": .list(report.findings.map(result)),
    ]
    return [
      "$schema": "https://json.schemastore.org/sarif-2.1.0.json", "version": "2.1.0",
      "runs": .list([run]),
    ]
  }

  private static func rule(_ rule: LintRule) -> JSONValue {
    [
      "id": .text(rule.rawValue), "shortDescription": ["text": .text("\(rule.words).")],
      "defaultConfiguration": ["level": .text(rule.level.rawValue)],
    ]
  }

  private func result(of finding: LintFinding) -> JSONValue {
    let artifact: JSONValue = ["uri": .text(address(of: finding.path))]
    let region: JSONValue = [
      "startLine": .integer(finding.match.line), "startColumn": .integer(finding.match.column),
      "endColumn": .integer(finding.endColumn),
    ]
    let fingerprint = Digest("\(finding.path)\n\(finding.rule.rawValue)\n\(finding.id)".utf8)
    var members: [JSONValue.Member] = [
      .init("ruleId", .text(finding.rule.rawValue)),
      .init("ruleIndex", JSONValue(LintRule.allCases.firstIndex(of: finding.rule))),
      .init("level", .text(finding.level.rawValue)),
      .init("message", ["text": .text(report.message(of: finding))]),
      .init(
        "locations",
        .list([["physicalLocation": ["artifactLocation": artifact, "region": region]]])),
      .init("partialFingerprints", ["modeldexId/v1": .text(fingerprint.hexadecimal)]),
    ]
    if let replacement = finding.verdict.replacement {
      let change: JSONValue = [
        "artifactLocation": artifact,
        "replacements": .list([
          ["deletedRegion": region, "insertedContent": ["text": .text(replacement)]]
        ]),
      ]
      members.append(.init("fixes", .list([["artifactChanges": .list([change])]])))
    }
    return .object(members)
  }

  /// A relative or absolute address: everything but letters, digits and a few marks is encoded.
  private func address(of path: String) -> String {
    let bytes = paths[path]?.bytes ?? Array(path.utf8)
    let encoded = bytes.map { byte -> String in
      let isPlain =
        (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
        || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) || "-._~/".utf8.contains(byte)
      let digits = String(byte, radix: 16, uppercase: true)
      return isPlain ? String(Unicode.Scalar(byte)) : "%" + (byte < 16 ? "0" : "") + digits
    }.joined()
    return encoded.hasPrefix("/") ? "file://\(encoded)" : encoded
  }
}
