import Foundation
import ModelCatalog
import ModelRegistry

extension State {
  /// The only way to change the state; returns the side effects.
  mutating func update(_ event: Event) -> [Effect] {
    let effects = react(to: event)
    if event.bringsModels { returnToLastView() }
    let requests = requestEndpoints()
    layOut()
    return effects + requests + world.requestHistory(of: screen.detailModel)
      + world.requestEndpoints(of: screen.detailModel)
  }

  private mutating func react(to event: Event) -> [Effect] {
    if case .input = event {
      navigation.hasTouched = true
      navigation.awaited = nil
      serving.touched()
    }
    switch event {
    case .input(.key(let key)):
      return handle(key)
    case .input(.paste(let text)):
      return paste(text)
    case .input(.mouse(let mouse)):
      return handle(mouse)
    case .resized(let newSize):
      world.size = newSize
      navigation.resize(to: newSize)
    case .timePassed(let date):
      timePassed(to: date)
    case .snapshotArrived(let newSnapshot):
      return receive(newSnapshot)
    case .searchPrepared: search.countViews(in: scope)
    case .refreshEnded(let result): showRefreshResult(result)
    case .newsRead(let result):
      receive(result)
    case .historyLoaded(let history):
      world.receive(history)
    case .endpointsAnswered(let id, let answer, let isFinal):
      serving.receive(answer, of: id, isFinal: isFinal)
      if showsEndpoints { refilter() }
    case .endpointsGathered(let progress): receive(progress)
    case .copied(let label, let outcome): showCopyOutcome(label, outcome)
    case .pageOpened(let url, .opened(let program)):
      toast = .news("opened \(url) with \(program)", at: world.now)
    case .pageOpened(let url, .failed(let reason)):
      toast = .error("not opened: \(reason); \(keys.key(of: .share(.copyURL))) copies \(url)")
    case .savingFailed(let reason):
      toast = .error("your choices could not be saved: \(reason)")
    }
    return []
  }

  private mutating func timePassed(to date: Date) {
    let (setBack, isOtherDay) = world.passTime(to: date)
    if setBack > 0 {
      // Short deadlines must not last for hours.
      toast?.expires?.addTimeInterval(-setBack)
      inbox.clockWasSetBack(by: setBack)
      serving.clockWasSetBack(by: setBack)
    }
    if isOtherDay {
      // New and expiring models change with the day.
      gatherNews()
      recount()
    }
    if let expires = toast?.expires, expires <= date { toast = nil }
  }

  /// The label is last, because it may be a long command, which is cut.
  private mutating func showCopyOutcome(_ label: String, _ outcome: Clipboard.Outcome) {
    toast =
      switch outcome {
      case .copied(with: let tool): .news("copied with \(tool): \(label)", at: world.now)
      case .sentToTerminal: .news("sent to the terminal's clipboard: \(label)", at: world.now)
      case .failed(let reason): .error("not copied, \(reason): \(label)")
      }
  }
}
