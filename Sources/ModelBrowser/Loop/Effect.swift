import Foundation
import ModelCatalog
import ModelRegistry

/// A side effect, as data.
enum Effect: Equatable, Sendable {
  case refresh
  /// Read the history entries since a date.
  case readNews(since: Date)
  /// Load the history of one model, up to a past date if given; replaces an earlier request.
  case loadHistory(Model.ID, asOf: Date?)
  /// Ask who serves a model, what is kept first.
  case loadEndpoints(Model.ID)
  /// Read what is kept of who serves a model, without asking.
  case readEndpoints(Model.ID)
  /// Ask who serves these models; replaces an earlier request.
  case gatherEndpoints([Model.ID], EndpointNeed, zeroRetention: Bool)
  /// Copy text to the clipboard; the label names it in the message.
  case copy(String, label: String)
  case openPage(url: String)
  case save(PersonalState)
  case setMouse(Bool)
  case repaint
  case suspend
  case quit(Int32)
  /// End with these models for the program that asked.
  case pick([Model.ID])
}
