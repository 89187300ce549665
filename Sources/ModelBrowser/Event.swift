import Foundation
import ModelCatalog
import ModelRegistry

/// What happened.
enum Event: Equatable, Sendable {
  case input(TerminalInput)
  case resized(Size)
  /// The clock was read: before every batch of events, and when the screen is due to change.
  case timePassed(Date)
  /// The registry published something.
  case snapshotArrived(Snapshot)
  /// The refresh that the person asked for ended.
  case refreshEnded(Result<RefreshOutcome, ProviderError>)
  /// The history was asked what happened.
  case newsRead(Result<[HistoryEntry], HistoryFault>)
  /// The history was asked for one model.
  case historyLoaded(LoadedHistory)
  /// A copy ended: what was copied, and how, or why not.
  case copied(String, Clipboard.Outcome)
  /// Opening a page ended.
  case pageOpened(url: String, PageOpener.Outcome)
  /// The person's state could not be kept; the text says why.
  case savingFailed(String)
}
