import Foundation
import ModelCatalog
import ModelRegistry

/// Endpoints: the query of the list, and the page of one model.
extension State {
  /// Whether the list shows facts of endpoints.
  var showsEndpoints: Bool {
    world.pastCatalog == nil
      && (search.query.needsEndpoints
        || chosenColumns?.contains(where: \.needsEndpoint) ?? false)
  }

  /// Asks for what the list needs of endpoints: after Enter, or half a second of rest in the box.
  mutating func requestEndpoints() -> [Effect] {
    serving.want(endpointWish, now: world.now, atOnce: navigation.focus != .search)
    guard let wish = serving.wish else { return [] }
    guard serving.isDue(now: world.now) else { return [] }
    let ids = search.index.endpointIDs(for: wish.query, in: scope.context, hiding: wish.hiding)
    serving.beginGathering(of: ids.count)
    return [
      .gatherEndpoints(ids, wish.need, zeroRetention: wish.query.needsZeroRetention)
    ]
  }

  private var endpointWish: EndpointWish? {
    guard showsEndpoints, world.isLoaded, case .term = search.choice else { return nil }
    let shownHealth = chosenColumns?.contains(where: \.isHealth) ?? false
    return EndpointWish(
      query: search.query, need: search.query.needsHealth || shownHealth ? .health : .prices,
      hiding: search.hiddenSource, received: world.snapshot.received)
  }

  mutating func receive(_ progress: EndpointProgress) {
    if let notice = serving.receive(progress) { toast = .warning(notice, at: world.now) }
    guard showsEndpoints else { return }
    if serving.keepsFirstRow { searchAnew() } else { refilter() }
  }

  /// Opens the page of the selected model.
  mutating func openProviders() -> [Effect] {
    guard let model = selectedModel else { return [] }
    guard world.pastCatalog == nil else {
      toast = .news("who served a model in the past is not known", at: world.now)
      return []
    }
    overlays.append(.providers(Providers(of: model)))
    return model.endpointsID.map { serving.ask(for: $0) } ?? []
  }
}
