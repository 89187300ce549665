import Foundation
package import Testing

/// Expected screens and outputs as text files next to the tests.
package enum Golden {
  /// Compares with the file of that name in `folder`, which is next to the test's source file.
  ///
  /// A missing file is written and the test fails: review it, keep it, run the test again.
  package static func expect(
    _ text: String, matches name: String, in folder: String, from test: StaticString = #filePath,
    at location: SourceLocation = #_sourceLocation
  ) throws {
    let file = URL(filePath: "\(test)").deletingLastPathComponent()
      .appending(path: folder).appending(path: name + ".txt")
    guard let data = try? Data(contentsOf: file) else {
      try FileManager.default.createDirectory(
        at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data((text + "\n").utf8).write(to: file)
      Issue.record("\(name) is recorded now: look at it and run again", sourceLocation: location)
      return
    }
    let expected = String(decoding: data, as: UTF8.self)
    guard expected != text + "\n" else { return }
    let old = expected.split(separator: "\n", omittingEmptySubsequences: false)
    let new = (text + "\n").split(separator: "\n", omittingEmptySubsequences: false)
    var differences: [String] = []
    for line in 0..<max(old.count, new.count) {
      let (was, now) = (
        line < old.count ? old[line] : "(none)", line < new.count ? new[line] : "(none)"
      )
      if was != now { differences.append("line \(line + 1)\n  was: \(was)\n  now: \(now)") }
    }
    Issue.record(
      "\(name) differs:\n\(differences.joined(separator: "\n"))", sourceLocation: location)
  }
}
