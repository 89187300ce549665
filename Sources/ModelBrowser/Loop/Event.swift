import Foundation
import ModelCatalog
import ModelRegistry

/// Something that happened.
enum Event: Equatable, Sendable {
  case input(TerminalInput)
  case resized(Size)
  /// The current time: sent before each batch of events, and when the screen is due to change.
  case timePassed(Date)
  /// The registry published something.
  case snapshotArrived(Snapshot)
  /// The newest catalogue can be searched without building anything first.
  case searchPrepared
  /// The refresh that the user requested ended.
  case refreshEnded(Result<RefreshOutcome, ProviderError>)
  /// The history entries were read.
  case newsRead(Result<[HistoryEntry], HistoryFault>)
  /// The history of one model was loaded.
  case historyLoaded(LoadedHistory)
  /// Who serves a model, from what is kept or, at last, from upstream.
  case endpointsAnswered(Model.ID, EndpointAnswer, isFinal: Bool)
  /// More is known of who serves the models of the query.
  case endpointsGathered(EndpointProgress)
  /// A copy ended: the label and the outcome.
  case copied(String, Clipboard.Outcome)
  /// Opening a page ended.
  case pageOpened(url: String, PageOpener.Outcome)
  /// The state could not be saved; the text says why.
  case savingFailed(String)

  /// Whether it may bring models into the list.
  var bringsModels: Bool {
    switch self {
    case .snapshotArrived, .newsRead, .endpointsAnswered, .endpointsGathered: true
    case .input, .resized, .timePassed, .refreshEnded, .historyLoaded, .copied, .pageOpened,
      .savingFailed, .searchPrepared:
      false
    }
  }
}
