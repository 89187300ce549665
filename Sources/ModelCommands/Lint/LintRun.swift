import Foundation
import ModelCatalog

/// What was found in all files.
struct LintRun: Sendable {
  /// By path, then in the order of the file.
  var findings: [LintFinding] = []
  /// How many files were read.
  private(set) var fileCount = 0
  private(set) var proseCount = 0
  private(set) var binaryCount = 0
  private(set) var hugeCount = 0
  /// Each with its reason.
  private(set) var unreadable: [String] = []
  /// Where the findings are, to write there.
  private(set) var paths: [String: SourcePath] = [:]

  /// Reads the files on all processors; each holds one file at a time.
  init(of files: [SourcePath], with scanner: LintScanner, prose: Bool) async {
    let workers = max(1, min(ProcessInfo.processInfo.activeProcessorCount, files.count))
    await withTaskGroup(of: [LintedFile].self) { group in
      for worker in 0..<workers {
        group.addTask {
          var kept: [LintedFile] = []
          for place in stride(from: worker, to: files.count, by: workers) {
            kept.append(LintedFile(files[place], with: scanner, prose: prose))
          }
          return kept
        }
      }
      for await files in group { files.forEach { add($0) } }
    }
    unreadable.sort()
    findings.sort { ($0.path, $0.match.bytes.lowerBound) < ($1.path, $1.match.bytes.lowerBound) }
  }

  private mutating func add(_ file: LintedFile) {
    switch file {
    case .read(let path, let found):
      fileCount += 1
      findings += found
      if !found.isEmpty { paths[path.text] = path }
    case .prose: proseCount += 1
    case .binary: binaryCount += 1
    case .huge: hugeCount += 1
    case .absent: break
    case .unreadable(let path, let reason):
      unreadable.append("\(SourcePath.shown(path.text)): \(reason)")
    }
  }
}
