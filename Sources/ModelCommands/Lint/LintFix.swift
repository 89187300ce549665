import Foundation
import ModelCatalog
import ModelRegistry

#if canImport(Glibc)
  import Glibc
#endif

/// Replaces ids in one file.
struct LintFix {
  let path: SourcePath
  /// In the order of the file; those without a replacement are left.
  let findings: [LintFinding]

  /// Why a file was not written, as words after its name.
  struct Refusal: Error, Equatable {
    let reason: String
  }

  /// Writes the file with the replacements, as a whole or not at all.
  ///
  /// What was found must still be where it was: a file that somebody has changed in the meantime is
  /// not written. `beforeWriting` runs when the new content is ready.
  func apply(beforeWriting: () throws -> Void = {}) throws -> [LintFinding] {
    let original = try read()
    guard let text = SourceText(original) else { throw Refusal(reason: "is no text any more") }
    var content = text.bytes
    let fixed = findings.filter { $0.verdict.replacement != nil }
    for finding in fixed.reversed() {
      let range = finding.match.bytes
      guard let replacement = finding.verdict.replacement, range.upperBound <= content.count,
        content[range] == Data(finding.id.utf8)
      else { throw Refusal(reason: "changed while it was being read") }
      content.replaceSubrange(range, with: replacement.utf8)
    }
    guard !fixed.isEmpty else { return [] }
    let data = text.encoded(content)
    try beforeWriting()
    guard try read() == original else { throw Refusal(reason: "changed while it was being read") }
    var status = stat()
    guard path.isUTF8, stat(path.cString, &status) == 0 else {
      throw Refusal(reason: "has a name that is not UTF-8")
    }
    guard access(path.cString, W_OK) == 0 else {
      throw Refusal(reason: SystemMessage.words(errno: errno))
    }
    let place = path.text.hasPrefix("/") ? path.text : "./\(path.text)"
    do throws(AtomicFile.Fault) {
      try AtomicFile(following: place).write(data, mode: status.st_mode & 0o7777)
    } catch {
      throw Refusal(reason: error.reason)
    }
    return fixed
  }

  private func read() throws(Refusal) -> Data {
    do throws(RegularFile.Fault) {
      return try RegularFile.read(path: path.cString, limit: LintedFile.limit).data
    } catch {
      switch error {
      case .tooLarge: throw Refusal(reason: "has grown too large")
      case .unreadable(let reason): throw Refusal(reason: reason)
      }
    }
  }
}
