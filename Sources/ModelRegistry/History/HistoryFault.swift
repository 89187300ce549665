package import Foundation

/// Why the history cannot be read or written.
package enum HistoryFault: Error, Hashable, Sendable {
  /// The file is not a database, or belongs to another program; it is not changed.
  case foreign(path: String)
  /// The file is damaged; it is not changed.
  case broken(path: String)
  /// A later version of this program wrote the file; it is not changed.
  case newer(path: String)
  /// Another process holds the write lock for too long.
  case locked(path: String)
  /// With the message of the system or SQLite.
  case unusable(path: String, reason: String)
  /// There are no observations yet.
  case empty
  /// The requested time is before the first observation, which is given.
  case tooEarly(begins: Date)
  /// The requested time is in the future.
  case future
}

extension HistoryFault {
  /// One clear sentence for people, without a full stop.
  package var summary: String {
    switch self {
    case .foreign(let path):
      "\(ErrorBody.shown(path)) is no history of modeldex: move it away to have one"
    case .broken(let path):
      "the history \(ErrorBody.shown(path)) is damaged: move it away to begin a new one"
    case .newer(let path):
      "a newer modeldex has written the history \(ErrorBody.shown(path))"
    case .locked(let path):
      "another program is writing the history \(ErrorBody.shown(path))"
    case .unusable(let path, let reason):
      "the history \(ErrorBody.shown(path)) cannot be used: \(reason)"
    case .empty: "the history is empty"
    case .tooEarly(let begins):
      "the history begins \(begins.formatted(Date.ISO8601FormatStyle()))"
    case .future: "that time is still to come"
    }
  }
}
