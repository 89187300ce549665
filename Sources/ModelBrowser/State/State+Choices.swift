import Foundation
import ModelCatalog
import ModelText

/// Choices that are stored, and what leaves the program.
extension State {
  mutating func change(_ choice: Action.Choice) -> [Effect] {
    switch choice {
    case .nextSort:
      let keys = sortKeys
      let position = keys.firstIndex(of: shownSort.key) ?? keys.count - 1
      return changeSort(to: .useful(keys[(position + 1) % keys.count]))
    case .reverseSort:
      return changeSort(to: QueryOrder(shownSort.key, isReversed: !shownSort.isReversed))
    case .nextGrouping:
      personal.grouping = personal.grouping.next
      recount()
      toast = .news(
        "sidebar by \(personal.grouping.rawValue)", at: world.now)
    case .fold:
      search.isFolded.toggle()
      if search.view == nil { personal.isFolded = search.isFolded }
      recount()
      toast = .news(
        search.isFolded
          ? "one row a model: variants, aliases and core rows are counted behind the name"
          : "every row", at: world.now)
    case .openRouter:
      search.showsOpenRouter.toggle()
      if search.view == nil { personal.showsOpenRouter = search.showsOpenRouter }
      recount()
      toast = .news(
        search.showsOpenRouter ? "OpenRouter models shown" : "OpenRouter models hidden",
        at: world.now)
    case .favorite:
      guard let id = selectedModel?.id else { return [] }
      let wasFavorite = personal.favorites.remove(id) != nil
      if !wasFavorite { personal.favorites.insert(id) }
      recount()
      toast = .news(
        wasFavorite ? "\(id) is no longer a favorite" : "★ \(id) is a favorite", at: world.now)
    case .mouse:
      let choice = PersonalState.mouseChoice(inGNUScreen: isGNUScreen)
      personal[keyPath: choice].toggle()
      let isOn = personal[keyPath: choice]
      toast = .news(isOn ? "mouse on" : "mouse left to the terminal", at: world.now)
      return [.setMouse(isOn), .save(personal)]
    }
    return [.save(personal)]
  }

  /// The keys that `s` goes through: those that most people use, and those of the columns that are
  /// there by choice.
  private var sortKeys: [SortKey] {
    // Without words nothing is more relevant than the newest.
    let first: [SortKey] = search.query.hasFreeText ? [.relevance, .new] : [.new]
    let usual = SortKey.usual.filter { ![.relevance, .new].contains($0) }
    let shown = screen.columns.slots.map(\.column.fact).filter {
      $0.kind == .score || $0.kind == .cost
    }
    return first + usual + shown.map(SortKey.fact)
  }

  mutating func changeSort(to order: QueryOrder) -> [Effect] {
    if search.choice == .inbox {
      toast = .news("unread changes are always sorted newest first", at: world.now)
      return []
    }
    if let own = search.query.sort {
      toast = .news(
        "the query says sort:\(own), which goes first; \(keys.key(of: .back)) clears the query",
        at: world.now)
      return []
    }
    if search.view == nil {
      sort = order
      search.orderOfChoice = nil
    } else {
      search.orderOfChoice = order
    }
    search.prefersChosenOrder = true
    toast = .news(order.notice, at: world.now)
    navigation.reset()
    refilter()
    return [.save(personal)]
  }

  // MARK: - Copying and opening

  mutating func perform(_ share: Action.Share) -> [Effect] {
    if share == .copyCommand { return [.copy(command, label: command)] }
    if case .copyAs(let form, let id) = share { return copy(id, as: form) }
    guard let model = selectedModel else { return [] }
    if share == .copyID { return [.copy(model.id, label: model.id)] }
    guard let url = model.pageURL else {
      toast = .news("\(model.id) has no page on OpenRouter", at: world.now)
      return []
    }
    return [share == .copyURL ? .copy(url, label: url) : .openPage(url: url)]
  }

  private mutating func copy(_ id: Model.ID, as form: CopyForm) -> [Effect] {
    guard let model = world.catalog[id] else { return [] }
    guard let text = form.text(of: model, in: world.catalog, workload: search.workload) else {
      toast = .news(form.refusal(of: model), at: world.now)
      return []
    }
    return [.copy(text, label: "\(id) as \(form.title)")]
  }

  /// The present view as a command line.
  var command: String {
    if search.choice == .inbox {
      let since = personal.read.begin(now: world.now).formatted(Date.ISO8601FormatStyle())
      return "modeldex changes --since \(since)"
    }
    let order = search.query.sort == nil ? scope.order.map { "sort:\($0)" } : nil
    let columns = chosenColumns.map { " --columns " + $0.map(\.name).joined(separator: ",") }
    let fold = search.isFolded ? " --fold" : ""
    return "modeldex list" + fold + workloadArgument + (columns ?? "") + pastArgument
      + queryArgument(with: order)
  }

  /// The plot of the models in the list as a command line.
  func plotCommand(score: Fact) -> String {
    "modeldex plot --y \(score.name)" + workloadArgument + pastArgument
      + queryArgument(with: nil)
  }

  /// The workload as an option, with the space before it; empty for none.
  private var workloadArgument: String {
    search.workload.map { " --workload " + Self.quoted("\($0)") } ?? ""
  }

  /// The date of a past catalogue as an option, with the space before it; empty for now.
  private var pastArgument: String {
    world.pastCatalog.map { " --as-of " + $0.date.formatted(Date.ISO8601FormatStyle()) } ?? ""
  }

  /// The query of the list and another term as an argument, with the space before it; empty if
  /// there is nothing to ask.
  private func queryArgument(with term: String?) -> String {
    let terms = [search.query.description, search.showsOpenRouter ? "" : "source:core", term ?? ""]
    let text = terms.filter { !$0.isEmpty }.joined(separator: " ")
    guard !text.isEmpty else { return "" }
    return (text.hasPrefix("-") ? " -- " : " ") + Self.quoted(text)
  }

  /// Quoted for a shell.
  private static func quoted(_ text: String) -> String {
    "'" + text.replacing("'", with: "'\\''") + "'"
  }
}
