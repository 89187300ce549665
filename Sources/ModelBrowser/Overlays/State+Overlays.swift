extension State {
  /// A key for the overlay on top.
  mutating func handle(_ key: Key, in overlay: Overlay) -> [Effect] {
    if let action = keys.action(for: key, in: overlay.content.mode) {
      return action.isAlwaysPossible ? perform(action) : send(.action(action))
    }
    guard case .character(let character) = key else { return [] }
    return send(.text(String(character)))
  }

  /// Sends input to the overlay on top, and does what it responds.
  mutating func send(_ input: OverlayInput) -> [Effect] {
    guard var overlay = overlays.popLast() else { return [] }
    switch overlay.handle(input, in: self) {
    case .stay: overlays.append(overlay)
    case .close: break
    case .perform(let action): return perform(action)
    }
    return []
  }
}
