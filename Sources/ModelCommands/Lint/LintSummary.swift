import ModelCatalog
import ModelText

/// How much was found in how much, in one line for standard error.
struct LintSummary {
  let run: LintRun
  let fixed: Set<LintFinding>

  var text: String {
    let left = run.findings.filter { !fixed.contains($0) }
    let counts = LintLevel.allCases.reversed().compactMap { level -> String? in
      let count = left.count { $0.level == level }
      return count > 0 ? CountText.of(count, level.rawValue) : nil
    }
    let found = counts.isEmpty ? "no findings" : counts.joined(separator: ", ")
    var parts = ["\(found) in \(CountText.of(run.fileCount, "file"))"]
    if !fixed.isEmpty { parts.append("\(CountText.grouped(fixed.count)) fixed") }
    let omitted = [
      (run.binaryCount, "binary"), (run.hugeCount, "huge"), (run.proseCount, "prose (--prose)"),
    ].filter { $0.0 > 0 }.map { "\(CountText.grouped($0.0)) \($0.1)" }
    if !omitted.isEmpty { parts.append("left out: \(omitted.joined(separator: ", "))") }
    return parts.joined(separator: "; ")
  }
}
