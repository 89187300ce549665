import Foundation
import ModelCatalog

/// Choices that are stored, and what leaves the program.
extension State {
  mutating func change(_ choice: Action.Choice) -> [Effect] {
    switch choice {
    case .nextSort:
      let keys = SortKey.usual
      let position = keys.firstIndex(of: sort.key) ?? 0
      changeSort(to: QueryOrder(keys[(position + 1) % keys.count]))
    case .reverseSort:
      changeSort(to: QueryOrder(sort.key, isReversed: !sort.isReversed))
    case .nextGrouping:
      personal.grouping = personal.grouping.next
      recount()
    case .openRouter:
      search.showsOpenRouter.toggle()
      personal.showsOpenRouter = search.showsOpenRouter
      recount()
      toast = .news(
        search.showsOpenRouter ? "OpenRouter models shown" : "OpenRouter models hidden",
        at: world.now)
    case .favorite:
      guard let id = selectedModel?.id else { return [] }
      if personal.favorites.remove(id) == nil { personal.favorites.insert(id) }
      recount()
    case .mouse:
      let choice = PersonalState.mouseChoice(inGNUScreen: isGNUScreen)
      personal[keyPath: choice].toggle()
      let isOn = personal[keyPath: choice]
      toast = .news(isOn ? "mouse on" : "mouse left to the terminal", at: world.now)
      return [.setMouse(isOn), .save(personal)]
    }
    return [.save(personal)]
  }

  mutating func changeSort(to order: QueryOrder) {
    sort = order
    if search.choice == .inbox {
      toast = .news("unread changes are always sorted newest first", at: world.now)
    } else if search.query.sort != nil {
      toast = .news(
        "the query's own sort: goes first; \(keys.key(of: .back)) clears it", at: world.now)
    }
    navigation.reset()
    refilter()
  }

  // MARK: - Copying and opening

  mutating func perform(_ share: Action.Share) -> [Effect] {
    if share == .copyCommand { return [.copy(command, label: "command")] }
    guard let model = selectedModel else { return [] }
    if share == .copyID { return [.copy(model.id, label: model.id)] }
    guard let url = model.pageURL else {
      toast = .news("\(model.id) has no page on OpenRouter", at: world.now)
      return []
    }
    return [share == .copyURL ? .copy(url, label: url) : .openPage(url: url)]
  }

  /// The present view as a command line.
  var command: String {
    if search.choice == .inbox {
      let since = personal.read.begin(now: world.now).formatted(Date.ISO8601FormatStyle())
      return "modeldex changes --since \(since)"
    }
    var words: [String] = []
    let asked = search.query.description
    if !asked.isEmpty { words.append(asked) }
    if !search.showsOpenRouter { words.append("source:core") }
    if search.query.sort == nil, let order = scope.order { words.append("sort:\(order)") }
    let text = words.joined(separator: " ")
    guard !text.isEmpty else { return "modeldex list" }
    let quoted = "'" + text.replacing("'", with: "'\\''") + "'"
    return "modeldex list " + (text.hasPrefix("-") ? "-- " : "") + quoted
  }
}
