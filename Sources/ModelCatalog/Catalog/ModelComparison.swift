/// Some models side by side, a row a fact.
package struct ModelComparison: Sendable {
  package struct Row: Sendable {
    package let fact: Fact
    /// Parallel to the models.
    package let values: [FactValue]
    /// Whether two models differ in it; what is unknown differs from what is known.
    package let differs: Bool
    /// Which models have the better end, by their index.
    ///
    /// The cheapest price, the largest limit, the highest score; empty where none is better, or the
    /// fact has no better end.
    package let best: Set<Int>
  }

  /// In the order given, none twice.
  package let models: [Model]
  /// A row for each fact, in the order of the page of one model; facts that need a workload only
  /// under one.
  package let rows: [Row]

  package init(_ models: [Model], in catalog: Catalog, workload: Workload? = nil) {
    var seen: Set<Model.ID> = []
    self.models = models.filter { seen.insert($0.id).inserted }
    let contexts = self.models.map {
      FactContext(model: $0, catalog: catalog, workload: workload)
    }
    rows = Self.facts.filter { workload != nil || !$0.needsWorkload }.map { fact in
      Row(fact, contexts.map(fact.value))
    }
  }

  /// All facts: first what it costs and how good it is, last which model it is.
  private static let facts: [Fact] =
    FactTable.costs + FactTable.prices + FactTable.scores + FactTable.limits
    + FactTable.abilities + FactTable.dates + FactTable.identity + FactTable.references
}

extension ModelComparison.Row {
  fileprivate init(_ fact: Fact, _ values: [FactValue]) {
    self.fact = fact
    self.values = values
    differs = Set(values).count > 1
    best = Self.best(of: values.map(\.amount), for: fact)
  }

  /// A date has no better end, nor has an amount whose unit may differ between models.
  private static func best(of amounts: [Amount?], for fact: Fact) -> Set<Int> {
    let known = amounts.compactMap(\.self)
    guard let least = known.min(), let most = known.max(), least < most else { return [] }
    let best: Amount
    switch fact.kind {
    case .price(.audioDuration), .measure, .text, .names, .day, .flag, .structure: return []
    case .price, .cost: best = least
    case .tokens, .score: best = most
    }
    return Set(amounts.indices.filter { amounts[$0] == best })
  }

  /// Whether any model has a value.
  package var isKnown: Bool { values.contains { $0 != .unknown } }
}

extension ModelComparison {
  /// The row of each fact with the values of all models, for programs.
  package func json(differencesOnly: Bool = false) -> JSONValue {
    .list(
      rows.filter { $0.differs || !differencesOnly }.map { row in
        [
          "fact": .text(row.fact.name), "title": .text(row.fact.title),
          "values": .list(row.values.map(\.json)), "differs": .flag(row.differs),
        ]
      })
  }
}
