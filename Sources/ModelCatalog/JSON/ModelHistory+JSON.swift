import Foundation

extension ModelHistory {
  /// One model's history in our own JSON: when it was seen, its changes (the newest first), and
  /// what input and output cost over time (the oldest first, USD per million tokens).
  ///
  /// `catalog` is where the likely successor of a removed model is looked for; `noise` lists
  /// ``ChangeTopic/noise`` too.
  package func json(among catalog: Catalog, noise: Bool = false) -> JSONValue {
    [
      "id": .text(id),
      "name": JSONValue(model?.name),
      "firstSeen": JSONValue(versions.first?.firstSeen),
      "lastSeen": JSONValue(versions.last?.lastSeen),
      "historyBegan": JSONValue(historyBegan),
      "isListed": .flag(isListed),
      "removed": JSONValue(removed),
      "successor": JSONValue(successor(among: catalog)?.id),
      "changes": .list(entries(noise: noise).map(\.json)),
      "prices": .list(pricePeriods.map(\.json)),
    ]
  }

  /// The likely successor; nil while it is listed.
  package func successor(among catalog: Catalog) -> Model? {
    isListed ? nil : model.flatMap { Successor.likely(of: $0, among: catalog) }
  }
}

extension HistoryEntry {
  /// `{date, id, name, kind}`, and the members of the kind: `lastSeen` of a model that returned,
  /// `fields` as in ``CatalogChanges/json``, or of a scheduled price `since`, `count` and the lowest and
  /// highest `input` and `output` in USD per million tokens.
  package var json: JSONValue {
    let kindName: String
    var details: [JSONValue.Member] = []
    switch kind {
    case .added: kindName = "added"
    case .returned(let lastSeen):
      kindName = "returned"
      details = [.init("lastSeen", JSONValue(lastSeen))]
    case .removed: kindName = "removed"
    case .changed(let fields):
      kindName = "changed"
      details = [.init("fields", .list(fields.map(\.json)))]
    case .scheduledPrice(let scheduled):
      kindName = "scheduledPrice"
      details = scheduled.members
    }
    return .object(
      [
        .init("date", JSONValue(date)), .init("id", .text(id)), .init("name", .text(name)),
        .init("kind", .text(kindName)),
      ] + details)
  }
}

extension ScheduledPrice {
  fileprivate var members: [JSONValue.Member] {
    func range(_ range: ClosedRange<Decimal>?) -> JSONValue {
      guard let range else { return .null }
      return [
        "lowest": .decimal(range.lowerBound.movingPoint(by: 6)),
        "highest": .decimal(range.upperBound.movingPoint(by: 6)),
      ]
    }
    return [
      .init("since", JSONValue(since)), .init("count", .integer(count)),
      .init("input", range(input)), .init("output", range(output)),
    ]
  }
}

extension PricePeriod {
  /// `from`, `until`, `input` and `output`, and the prices in other units that the model has.
  fileprivate var json: JSONValue {
    func amount(_ kind: PriceKind) -> JSONValue {
      prices[kind].map { FactValue.price($0, kind).changeJSON } ?? .null
    }
    let others = prices.keys.filter { $0 != .input && $0 != .output }.sorted()
    return .object(
      [
        .init("from", JSONValue(from)), .init("until", JSONValue(until)),
        .init("input", amount(.input)), .init("output", amount(.output)),
      ] + others.map { .init($0.rawValue, amount($0)) })
  }
}
