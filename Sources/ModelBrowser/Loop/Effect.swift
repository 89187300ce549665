import Foundation
import ModelCatalog

/// A side effect, as data.
enum Effect: Equatable, Sendable {
  case refresh
  /// Read the history entries since a date.
  case readNews(since: Date)
  /// Load the history of one model, up to a past date if given; replaces an earlier request.
  case loadHistory(Model.ID, asOf: Date?)
  /// Copy text to the clipboard; the label names it in the message.
  case copy(String, label: String)
  case openPage(url: String)
  case save(PersonalState)
  case setMouse(Bool)
  case repaint
  case suspend
  case quit(Int32)
}
