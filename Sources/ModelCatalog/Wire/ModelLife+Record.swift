import Foundation

extension ModelLife {
  /// One model's life in our own JSON: when it was seen, what became of it (the newest first), and
  /// what input and output cost over time (the oldest first, USD per million tokens).
  ///
  /// `catalog` is where the likely successor of a model that is gone is looked for; `noise` lists
  /// ``ChangeTopic/noise`` too.
  package func record(among catalog: Catalog, noise: Bool = false) -> JSONValue {
    [
      "id": .text(id),
      "name": JSONValue(model?.name),
      "firstSeen": JSONValue(versions.first?.firstSeen),
      "lastSeen": JSONValue(versions.last?.lastSeen),
      "historyBegan": JSONValue(historyBegan),
      "isListed": .flag(isListed),
      "removed": JSONValue(removed),
      "successor": JSONValue(successor(among: catalog)?.id),
      "changes": .list(entries(noise: noise).map(\.record)),
      "prices": .list(pricePeriods.map(\.record)),
    ]
  }

  /// What likely took its place; nil while it is listed.
  package func successor(among catalog: Catalog) -> Model? {
    isListed ? nil : model.flatMap { Successor.likely(of: $0, among: catalog) }
  }
}

extension HistoryEntry {
  /// `{date, id, name, kind}`, and what the kind has besides: `lastSeen` of a model that returned,
  /// `fields` as in ``CatalogChanges/record``, or of a swing `since`, `count` and the lowest and
  /// highest `input` and `output` in USD per million tokens.
  package var record: JSONValue {
    let kind: String
    var details: [JSONValue.Member] = []
    switch what {
    case .added: kind = "added"
    case .returned(let lastSeen):
      kind = "returned"
      details = [.init("lastSeen", JSONValue(lastSeen))]
    case .removed: kind = "removed"
    case .changed(let fields):
      kind = "changed"
      details = [.init("fields", .list(fields.map(\.record)))]
    case .swung(let swing):
      kind = "swung"
      details = swing.members
    }
    return .object(
      [
        .init("date", JSONValue(date)), .init("id", .text(id)), .init("name", .text(name)),
        .init("kind", .text(kind)),
      ] + details)
  }
}

extension PriceSwing {
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
  fileprivate var record: JSONValue {
    func amount(_ price: Price?, _ kind: PriceKind) -> JSONValue {
      price.map { FieldValue.price($0, kind).record } ?? .null
    }
    return [
      "from": JSONValue(from), "until": JSONValue(until), "input": amount(input, .input),
      "output": amount(output, .output),
    ]
  }
}
