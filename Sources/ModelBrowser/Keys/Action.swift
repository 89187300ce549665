import ModelCatalog
import ModelText

/// What a key can do.
enum Action: Hashable, Sendable {
  case move(Movement)
  case nextPane, previousPane
  case search, open, back
  /// Marks or unmarks the selected model.
  case mark
  case change(Choice)
  case jumpToOtherRoute
  case markRead, markAllRead
  case refresh
  case share(Share)
  /// Opens the form.
  case workload
  case setWorkload(Workload?)
  /// Opens the choice of columns.
  case columns
  /// Nil for those that fit.
  case setColumns([Fact]?)
  case openValue
  case openCompare
  case openCopyAs
  case openProviders
  case openViewForm
  case help, repaint, suspend, quit, interrupt
  case box(Box)
  case edit(TextEdit)
  case overlay(Overlay)
  case value(Value)
  case compare(Compare)
  case providers(Providers)
  case views(Views)

  /// Within the focused pane.
  enum Movement: Hashable, Sendable {
    case down, up, pageDown, pageUp, halfPageDown, halfPageUp, first, last
  }

  /// Stored for the next run.
  enum Choice: Hashable, Sendable {
    case openRouter, favorite, fold, nextSort, reverseSort, nextGrouping, mouse
  }

  /// Copying and opening.
  enum Share: Hashable, Sendable {
    case copyID, copyURL, copyCommand, openPage
    case copyAs(CopyForm, Model.ID)
  }

  /// In the search box.
  enum Box: Hashable, Sendable {
    case keep, leave, complete, completeBack, olderQuery, newerQuery
  }

  /// In the overlay on top.
  enum Overlay: Hashable, Sendable {
    case confirm, close
    /// Empties all fields.
    case clear
    /// Of the selected entry.
    case toggle, earlier, later
    /// Back to how it is without a choice.
    case reset
  }

  /// In the picture of value.
  enum Value: Hashable, Sendable {
    case move(PlotDirection)
    case nextScore, previousScore
    case showInList, close
  }

  /// In the comparison.
  enum Compare: Hashable, Sendable {
    case previousModel, nextModel
    case differences, takeOut, openModel
    case copyTable, copyAddress, close
  }

  /// Of kept views.
  enum Views: Hashable, Sendable {
    /// Of the view that the form is about.
    case rename, delete
    case keep(String)
    case renameTo(String, String)
    case remove(String)
  }

  /// In the page of providers.
  enum Providers: Hashable, Sendable {
    case nextSort, copyTag, close
  }

  /// Whether the completions stay open.
  var keepsCompletion: Bool {
    [.box(.complete), .box(.completeBack), .box(.leave)].contains(self)
  }

  var isMovement: Bool {
    if case .move = self { true } else { false }
  }

  /// Whether it works wherever keys are read, over an overlay and on a screen that is too small.
  var isAlwaysPossible: Bool { [.repaint, .suspend, .interrupt].contains(self) }
}

extension Action.Movement {
  /// The row to which it leads from another one; `times` is a number before it, which repeats it,
  /// or counts the row to go to from 1.
  func row(from row: Int, count: Int, page: Int, times: Int? = nil) -> Int {
    let repeats = times ?? 1
    let target =
      switch self {
      case .down: row + repeats
      case .up: row - repeats
      case .pageDown: row + repeats * max(1, page - 1)
      case .pageUp: row - repeats * max(1, page - 1)
      case .halfPageDown: row + repeats * max(1, page / 2)
      case .halfPageUp: row - repeats * max(1, page / 2)
      case .first: repeats - 1
      case .last: times.map { $0 - 1 } ?? count - 1
      }
    return min(max(0, target), max(0, count - 1))
  }
}
