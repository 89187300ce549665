import Foundation
import ModelCatalog
import ModelRegistry

/// Findings that are known and accepted, by file, rule and id: lines move.
struct LintBaseline {
  private var counts: [Key: Int] = [:]

  private struct Key: Hashable {
    let path: String
    let rule: String
    let id: String
  }

  private static let version = 1
  private static let mark = "modeldexLintBaseline"

  init(_ findings: [LintFinding]) {
    for finding in findings { counts[Self.key(finding), default: 0] += 1 }
  }

  /// Reads one; a file that is none, or of another version, cannot be used.
  init(reading path: String) throws(CommandFailure) {
    let file: RegularFile
    do throws(RegularFile.Fault) {
      file = try RegularFile.read(path, limit: LintedFile.limit)
    } catch {
      let reason =
        switch error {
        case .tooLarge: "too large"
        case .unreadable(let words): words
        }
      throw .unable("--baseline: \(SourcePath.shown(path)): \(reason)")
    }
    let content = try? JSONSerialization.jsonObject(with: file.data) as? [String: Any]
    guard let version = content?[Self.mark] as? Int else {
      throw .unable(
        "--baseline: \(SourcePath.shown(path)) is no baseline; write one with --write-baseline FILE"
      )
    }
    guard version == Self.version, let rows = content?["findings"] as? [[String: Any]] else {
      throw .unable(
        "--baseline: \(SourcePath.shown(path)) is of version \(version), and this modeldex reads "
          + "version \(Self.version); write it again with --write-baseline FILE")
    }
    for row in rows {
      guard let path = row["path"] as? String, let rule = row["rule"] as? String,
        let id = row["id"] as? String, let count = row["count"] as? Int
      else { throw .unable("--baseline: a finding lacks its path, rule, id or count") }
      counts[Key(path: path, rule: rule, id: id), default: 0] += count
    }
  }

  /// The findings that it does not have; of several alike the last ones.
  func new(in findings: [LintFinding]) -> [LintFinding] {
    var left = counts
    return findings.filter { finding in
      let key = Self.key(finding)
      guard let count = left[key], count > 0 else { return true }
      left[key] = count - 1
      return false
    }
  }

  /// Sorted, a finding a line.
  var json: Data {
    let rows = counts.sorted { first, second in
      (first.key.path, first.key.rule, first.key.id)
        < (second.key.path, second.key.rule, second.key.id)
    }.map { key, count -> String in
      let row: JSONValue = [
        "path": .text(key.path), "rule": .text(key.rule), "id": .text(key.id),
        "count": .integer(count),
      ]
      return "    " + String(decoding: row.encoded(), as: UTF8.self)
    }
    let list = rows.isEmpty ? "[]" : "[\n\(rows.joined(separator: ",\n"))\n  ]"
    return Data("{\n  \"\(Self.mark)\": \(Self.version),\n  \"findings\": \(list)\n}\n".utf8)
  }

  /// Whether a text is one, which names ids that are not used.
  static func isOne(_ text: Data) -> Bool {
    text.prefix(64).range(of: Data("\"\(mark)\"".utf8)) != nil
  }

  private static func key(_ finding: LintFinding) -> Key {
    Key(path: finding.path, rule: finding.rule.rawValue, id: finding.id)
  }
}
