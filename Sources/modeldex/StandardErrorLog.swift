import Foundation
import Logging
import ModelCommands
import ModelRegistry

/// Writes the log to stderr; lines that cannot be written are lost.
struct StandardErrorLog: LogHandler {
  var metadata: Logger.Metadata = [:]
  var logLevel = Logger.Level.info

  subscript(metadataKey key: String) -> Logger.Metadata.Value? {
    get { metadata[key] }
    set { metadata[key] = newValue }
  }

  func log(event: LogEvent) {
    OutputStream.message(LogFile.line(for: event, metadata: metadata, at: Date()))
  }
}
