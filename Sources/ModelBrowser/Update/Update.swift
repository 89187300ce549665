import Foundation
import ModelCatalog
import ModelRegistry

extension State {
  /// The only way to change the state; returns the side effects.
  mutating func update(_ event: Event) -> [Effect] {
    react(to: event) + requestHistory()
  }

  private mutating func react(to event: Event) -> [Effect] {
    if case .input = event { hasTouched = true }
    switch event {
    case .input(.key(let key)):
      return handle(key)
    case .input(.paste(let text)):
      return handlePaste(text)
    case .input(.mouse(let mouse)):
      return handle(mouse)
    case .resized(let newSize):
      size = newSize
      // Where there is room for both, the detail no longer hides the list.
      if Layout(size: size, showsDetailAlone: false).detail != nil { showsDetailAlone = false }
      if focus == .detail, layout.detail == nil { showsDetailAlone = true }
      if focus == .sidebar, layout.sidebarItems == nil { focus = .list }
      clampScroll()
    case .timePassed(let date):
      timePassed(to: date)
    case .snapshotArrived(let newSnapshot):
      return receive(newSnapshot)
    case .refreshEnded(let result): showRefreshResult(result)
    case .newsRead(let result):
      receive(result)
    case .historyLoaded(let read):
      receive(read)
    case .copied(let label, let outcome): showCopyOutcome(label, outcome)
    case .pageOpened(let url, .opened(let program)):
      toast = .news("opened \(url) with \(program)", at: now)
    case .pageOpened(let url, .failed(let reason)):
      toast = .error("not opened: \(reason); Y copies \(url)")
    case .savingFailed(let reason):
      toast = .error("your choices could not be saved: \(reason)")
    }
    return []
  }

  private mutating func timePassed(to date: Date) {
    if snapshot.isRefreshing, date.timeIntervalSince(now) > 0.05 { spinnerStep += 1 }
    let isNextDay = CalendarDay(date) != CalendarDay(now)
    if date < now { clockWasSetBack(by: now.timeIntervalSince(date)) }
    now = date
    if isNextDay {
      // What is new or expires is a matter of days.
      gatherNews()
      rebuildSidebar()
      refilter()
    }
    if let expires = toast?.expires, expires <= date { toast = nil }
  }

  /// Moves short deadlines, so that they do not last for hours.
  private mutating func clockWasSetBack(by seconds: TimeInterval) {
    toast?.expires?.addTimeInterval(-seconds)
    markAllUndo?.expires.addTimeInterval(-seconds)
  }

  private mutating func showCopyOutcome(_ label: String, _ outcome: Clipboard.Outcome) {
    toast =
      switch outcome {
      case .copied(with: let tool): .news("\(label) copied with \(tool)", at: now)
      case .sentToTerminal: .news("\(label) sent to the terminal's clipboard", at: now)
      case .failed(let reason): .error("\(label) not copied: \(reason)")
      }
  }
}
