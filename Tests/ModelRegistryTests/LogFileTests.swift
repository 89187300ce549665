import Foundation
import Logging
import Support
import Testing

@testable import ModelRegistry

struct LogFileTests {
  private let directory: TemporaryDirectory
  private let logger: Logger
  private var path: String { directory.path + "/state/modeldex.log" }

  init() throws {
    let directory = try TemporaryDirectory()
    self.directory = directory
    logger = Logger(label: "test") { _ in
      LogFile(
        directory: directory.path + "/state", now: { Date(timeIntervalSince1970: 1_790_000_000) })
    }
  }

  private func text(_ path: String) throws -> String {
    try String(contentsOfFile: path, encoding: .utf8)
  }

  @Test func `each thing is a line with its time, its level and its facts, for its owner's eyes`()
    throws
  {
    logger.info("refreshed", metadata: ["models": "7", "added": "1"])
    logger.debug("nobody wants to know")
    logger.warning("refresh failed", metadata: ["reason": "down"])
    #expect(
      try text(path) == """
        2026-09-21T14:13:20Z info refreshed added=1 models=7
        2026-09-21T14:13:20Z warning refresh failed reason=down

        """)
    let attributes = try FileManager.default.attributesOfItem(atPath: path)
    #expect(attributes[.posixPermissions] as? Int == 0o600)
  }

  @Test func `a log that is long is put aside, and the one before it given up`() throws {
    logger.info("old")
    let long = String(repeating: "x", count: Int(LogFile.limit))
    for round in 1...3 { logger.info("\(round)", metadata: ["text": "\(long)"]) }
    logger.info("new")
    #expect(try text(path).hasSuffix("info new\n"))
    #expect(try text(path).count < 100)
    #expect(try text(path + ".1").hasPrefix("2026-09-21T14:13:20Z info 3"))
  }

  @Test func `a link in its place is not written through`() throws {
    let stranger = directory.url("stranger")
    try Data("theirs".utf8).write(to: stranger)
    try PrivateDirectory.make(directory.path + "/state")
    try FileManager.default.createSymbolicLink(
      atPath: path, withDestinationPath: stranger.path)
    logger.info("ours")
    #expect(try text(stranger.path) == "theirs")
  }
}
