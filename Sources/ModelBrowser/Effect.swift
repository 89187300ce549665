import Foundation
import ModelCatalog

/// What to do outside the state.
enum Effect: Equatable, Sendable {
  case refresh
  /// Ask the history what happened from then on.
  case readNews(since: Date)
  /// Ask the history for all of one model, up to a time in the past; whoever was asked for before
  /// no longer matters.
  case loadHistory(Model.ID, asOf: Date?)
  /// Put text on the clipboard; the label says in a word or two what it is.
  case copy(String, label: String)
  case openPage(url: String)
  case save(PersonalState)
  case setMouse(Bool)
  case repaint
  case suspend
  case quit(Int32)
}
