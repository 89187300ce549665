extension Catalog {
  /// How many models there are of each kind, in our own JSON; those no longer listed are not
  /// counted.
  package var statisticsJSON: JSONValue {
    var (total, vision, function, reasoning, free) = (0, 0, 0, 0, 0)
    var providers: [String: Int] = [:]
    var counts: [String: Int] = [:]
    for (index, model) in models.enumerated() where model.isListed {
      let abilities = abilitiesOfModel[index]
      total += 1
      vision += abilities.contains(.vision) ? 1 : 0
      function += abilities.contains(.tools) ? 1 : 0
      reasoning += abilities.contains(.reasoning) ? 1 : 0
      free += model.isFree ? 1 : 0
      let provider =
        model.source == .core ? model.author : Model.Source.openRouter.rawValue
      providers[provider, default: 0] += 1
      counts[categoryOfModel[index].key, default: 0] += 1
    }
    let byProvider = providers.sorted { (-$0.value, $0.key) < (-$1.value, $1.key) }
    return [
      "total": .integer(total),
      "byProvider": .object(byProvider.map { .init($0.key, .integer($0.value)) }),
      "byCategory": .object(
        categories.compactMap { category in
          counts[category.key].map { .init(category.key, .integer($0)) }
        }),
      "withVision": .integer(vision),
      "withFunction": .integer(function),
      "withReasoning": .integer(reasoning),
      "free": .integer(free),
    ]
  }
}

extension Catalog {
  /// Upstream's price keys whose meaning or unit is unknown, each with the number of listed models
  /// that have it.
  package var unknownPriceKeys: [String: Int] {
    models.reduce(into: [:]) { counts, model in
      guard model.isListed else { return }
      let keys = model.pricing.overrides.reduce(Set(model.pricing.other.keys)) {
        $0.union($1.other.keys)
      }
      for key in keys { counts[key, default: 0] += 1 }
    }
  }
}
