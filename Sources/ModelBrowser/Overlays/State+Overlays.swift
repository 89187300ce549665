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

  private mutating func showInList(_ id: Model.ID) {
    navigation.showList()
    if let row = search.row(of: id) { selectRow(row) }
  }

  /// Sends input to the overlay on top, and does what it responds.
  mutating func send(_ input: OverlayInput) -> [Effect] {
    guard var overlay = overlays.popLast() else { return [] }
    switch overlay.handle(input, in: self) {
    case .stay: overlays.append(overlay)
    case .close: break
    case .perform(let action): return perform(action)
    case .run(let effects):
      overlays.append(overlay)
      return effects
    case .showInList(let id): showInList(id)
    }
    return []
  }
}
