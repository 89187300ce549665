import Foundation
import FuzzChecks
import Support
import Testing

/// What the fuzzers start from and what they have found, and every hostile text, again.
///
/// One after another: all at once they would keep others waiting beyond their time limits.
@Suite(.serialized)
struct FuzzCorpusTests {
  private static let folder = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "Fuzzing/Corpus")

  private static func files(_ check: FuzzCheck) throws -> [URL] {
    try FileManager.default.contentsOfDirectory(
      at: folder.appending(path: check.rawValue), includingPropertiesForKeys: nil)
  }

  @Test(arguments: FuzzCheck.allCases)
  func `what holds for all bytes holds for the corpus`(check: FuzzCheck) async throws {
    let files = try Self.files(check)
    #expect((1...60).contains(files.count))
    for file in files {
      let input = try Data(contentsOf: file)
      #expect(input.count <= 4096)
      #expect(await check.fault(in: Array(input)) == nil, "\(check) \(file.lastPathComponent)")
      // The end of a text may come anywhere.
      #expect(await check.fault(in: Array(input.dropLast(input.count / 3))) == nil)
    }
  }

  @Test(arguments: HostileText.all)
  func `what holds for all bytes holds for hostile texts`(hostile: HostileText) async {
    // Longer texts say here what shorter ones do.
    let text = Array(String(hostile.text.prefix(1000)).utf8)
    #expect(await FuzzCheck.payload.fault(in: Array(hostile.body)) == nil)
    #expect(await FuzzCheck.query.fault(in: [255] + text) == nil)
    #expect(await FuzzCheck.keys.fault(in: [3] + text) == nil)
    for width: UInt8 in [0, 1, 2, 9, 30] {
      #expect(await FuzzCheck.text.fault(in: [250, width] + text) == nil)
    }
  }
}
