import ModelCatalog

extension State {
  /// A key for the overlay on top.
  mutating func handle(_ key: Key, in overlay: Overlay) -> [Effect] {
    if let action = keys.action(for: key, in: overlay.content.mode) {
      return action.isAlwaysPossible ? perform(action) : send(.action(action))
    }
    guard case .character(let character) = key else { return [] }
    return send(.text(String(character)))
  }

  /// Does an action of the value overlay, which is opened for it.
  mutating func perform(_ action: Action.Value) -> [Effect] {
    overlays.append(.value(Value(in: self)))
    return send(.action(.value(action)))
  }

  /// Does an action of the comparison, which is opened for it.
  mutating func perform(_ action: Action.Compare) -> [Effect] {
    openCompare()
    return send(.action(.compare(action)))
  }

  /// Opens the comparison, if there is a model to compare.
  mutating func openCompare() {
    if let compare = Compare(in: self) { overlays.append(.compare(compare)) }
  }

  private mutating func showInList(_ id: Model.ID) {
    navigation.showList()
    _ = select(id)
  }

  /// Opens a model's detail in the room of the list.
  private mutating func open(_ id: Model.ID) -> [Effect] {
    guard let model = catalog[id] else {
      toast = .news("\(id) is no longer listed", at: world.now)
      return []
    }
    navigation.showList()
    let effects = reveal(model)
    navigation.open()
    return effects
  }

  /// Sends input to the overlay on top, and does what it responds.
  mutating func send(_ input: OverlayInput) -> [Effect] {
    guard var overlay = overlays.popLast() else { return [] }
    switch overlay.handle(input, in: self) {
    case .stay: overlays.append(overlay)
    case .close: break
    case .perform(let action): return perform(action)
    case .push(let other): overlays += [overlay, other]
    case .ask(let id):
      overlays.append(overlay)
      return serving.ask(for: id)
    case .run(let effects):
      overlays.append(overlay)
      return effects
    case .showInList(let id): showInList(id)
    case .open(let id): return open(id)
    case .unmark(let id):
      overlays.append(overlay)
      navigation.marks.remove(id)
    case .unmarkAndClose(let id): navigation.marks.remove(id)
    case .notify(let text):
      overlays.append(overlay)
      toast = .news(text, at: world.now)
    }
    return []
  }
}
