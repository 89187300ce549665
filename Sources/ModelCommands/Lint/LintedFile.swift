import Foundation
import ModelCatalog
import ModelRegistry

/// What was found in one file, or why it was left out.
enum LintedFile: Sendable {
  case read(SourcePath, [LintFinding])
  case prose, binary, huge
  /// Not a file any more, or not one that is read.
  case absent
  case unreadable(SourcePath, reason: String)

  /// A larger file is left out; larger than any that a person writes.
  static let limit = 16 << 20

  /// Reads a file; with prose, also what only speaks of models.
  init(_ path: SourcePath, with scanner: LintScanner, prose: Bool) {
    let isProse = path.isProse && !prose
    guard !isProse || path.canHaveFrontMatter else {
      self = .prose
      return
    }
    let file: RegularFile
    do throws(RegularFile.Fault) {
      file = try RegularFile.read(path: path.cString, limit: Self.limit)
    } catch {
      // Tracked files can be deleted, and modules of another repository are folders.
      switch error {
      case _ where error.isMissing: self = .absent
      case .tooLarge: self = .huge
      case .unreadable("not a regular file"): self = .absent
      case .unreadable(let reason): self = .unreadable(path, reason: reason)
      }
      return
    }
    guard let text = SourceText(file.data) else {
      self = .binary
      return
    }
    let part = isProse ? Self.frontMatter(of: text.bytes) : text.bytes
    guard !part.isEmpty, !LintBaseline.isOne(part) else {
      self = isProse ? .prose : .read(path, [])
      return
    }
    let matches = part.withUnsafeBytes { scanner.matches(in: $0) }
    self = .read(
      path,
      matches.map { match in
        LintFinding(
          path: path.text, id: String(decoding: part[match.bytes], as: UTF8.self), match: match)
      })
  }

  /// The settings at the beginning of a Markdown file, between two lines of three hyphens.
  private static func frontMatter(of text: Data) -> Data {
    let fence = Data("---\n".utf8)
    guard text.starts(with: fence),
      let end = text.range(of: Data("\n---".utf8), in: fence.count - 1..<text.count)
    else { return Data() }
    return text.prefix(end.upperBound)
  }
}
