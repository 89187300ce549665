/// The position in the query history (Ctrl-p, Ctrl-n).
struct HistoryWalk: Equatable, Sendable {
  var index: Int
  /// The text before the walk began.
  var draft: String
}
