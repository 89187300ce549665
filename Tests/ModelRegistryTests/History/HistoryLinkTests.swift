import Foundation
import Support
import Testing

@testable import ModelRegistry

struct HistoryLinkTests {
  @Test(arguments: [nil, ""])
  func `a symbolic link in the history's place is not followed`(content: String?) throws {
    let directory = try TemporaryDirectory()
    let stranger = directory.url("stranger")
    let link = directory.url("history.sqlite3")
    try content.map { try Data($0.utf8).write(to: stranger) }
    try FileManager.default.createSymbolicLink(at: link, withDestinationURL: stranger)
    #expect(
      throws: HistoryFault.unusable(path: link.path, reason: "too many levels of symbolic links")
    ) { try HistoryFile(path: link.path).open() }
    #expect((try? String(contentsOf: stranger, encoding: .utf8)) == content)
    #expect(FileManager.default.fileExists(atPath: stranger.path) == (content != nil))
  }
}
