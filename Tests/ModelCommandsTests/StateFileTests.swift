import Foundation
import ModelRegistry
import Support
import Testing

/// The browser's state file, if it is not what the browser writes.
@Suite(.timeLimit(.minutes(Sanitizers.patience)))
struct StateFileTests {
  private let program: Program
  private static let name = ".local/state/modeldex/state.json"
  private static let favorites = Data(#"{"favorites": ["a/two"]}"#.utf8)

  init() throws {
    program = try Program()
    try program.cache(ListingBody.of(["a/one", "a/two"]))
  }

  /// What is listed of the favorites.
  private func listed() async throws -> String {
    try await program.run("list", "is:favorite", "--format", "ids").output
  }

  @Test func `a pipe in its place is not waited for`() async throws {
    let path = try program.write(Self.favorites, to: Self.name)
    #expect(try await listed() == "a/two\n")
    try FileManager.default.removeItem(atPath: path)
    #expect(mkfifo(path, 0o600) == 0)
    // Open for writing until the end, so that a reader would wait for more.
    let pipe = try #require(FileHandle(forUpdatingAtPath: path))
    try pipe.write(contentsOf: Self.favorites)
    #expect(try await listed() == "")
    try pipe.close()
  }

  @Test func `a file over the browser's limit is not read`() async throws {
    let limit = BrowserStateFile.sizeLimit
    let spaces = Data(repeating: UInt8(ascii: " "), count: limit - Self.favorites.count)
    try program.write(Self.favorites + spaces, to: Self.name)
    #expect(try await listed() == "a/two\n")
    try program.write(Self.favorites + spaces + spaces.prefix(1), to: Self.name)
    #expect(try await listed() == "")
  }
}
