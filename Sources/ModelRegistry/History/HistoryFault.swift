package import Foundation

/// Why the history gives no answer.
package enum HistoryFault: Error, Hashable, Sendable {
  /// The file is no database, or another program's; it is left alone.
  case foreign(path: String)
  /// The file is damaged; it is left alone.
  case broken(path: String)
  /// A later version of this program wrote the file; it is left alone.
  case newer(path: String)
  /// Another program has been writing for too long.
  case locked(path: String)
  /// In the system's or SQLite's words.
  case unusable(path: String, reason: String)
  /// Nothing has been recorded yet.
  case empty
  /// Asked for a time before the first observation, which is given.
  case tooEarly(begins: Date)
  /// Asked for a time to come.
  case future
}

extension HistoryFault {
  /// One clear sentence for people, without a full stop.
  package var summary: String {
    switch self {
    case .foreign(let path):
      "\(ErrorBody.shown(path)) is no history of modeldex: move it away to have one"
    case .broken(let path):
      "the history \(ErrorBody.shown(path)) is damaged: move it away to begin anew"
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
