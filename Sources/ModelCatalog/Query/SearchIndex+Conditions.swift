import Foundation

extension SearchIndex {
  /// What an item has to pass; nil for free text, for a frontier, which depends on all other terms,
  /// and for a comparison with what is not known, such as a model that there is none of.
  func test(
    of condition: Term.Condition, in context: QueryContext
  ) -> ((Int) -> Bool)? {
    switch condition {
    case .word, .phrase, .anyOf(.frontier, _): nil
    case .anyOf(let field, let names): test(field, anyOf: names, context)
    case .compare(let field, let comparison, let quantity):
      test(field, comparison, quantity, context)
    }
  }

  private func test(
    _ field: QueryField, anyOf names: [String], _ context: QueryContext
  ) -> (Int) -> Bool {
    let folded = names.map { Folding.fold($0) }
    switch field {
    case .author, .category, .inputs, .outputs:
      return choice(field, anyOf: folded)?.includes ?? { _ in false }
    case .source:
      let sources = names.compactMap(Model.Source.init)
      return { sources.contains(facts[$0].source) }
    case .ability:
      let abilities = Ability.allCases.filter { folded.contains(Array($0.rawValue.utf8)) }
      let wanted = abilities.reduce(into: Abilities()) { $0.insert(Abilities($1)) }
      let parameters = parameters.chosen(where: folded.contains)
      let stated = names.compactMap { name in
        FactTable.all.first { $0.name == name }.map {
          rankings.presence(of: $0, in: self, workload: context.workload)
        }
      }
      return { item in
        !facts[item].abilities.isDisjoint(with: wanted) || parameters.includes(item)
          || stated.contains { $0[item] }
      }
    case .state:
      let tests = names.compactMap(ModelState.init).map { test(of: $0, context) }
      return { item in tests.contains { $0(item) } }
    case .age, .sort, .frontier, .servedBy, .region, .dataPolicy, .fact: return { _ in false }
    }
  }

  /// The names that meet a condition, and their field; nil if it is about no names of a facet.
  func choice(of condition: Term.Condition) -> (field: QueryField, choice: Facet.Choice)? {
    guard case .anyOf(let field, let names) = condition else { return nil }
    return choice(field, anyOf: names.map { Folding.fold($0) }).map { (field, $0) }
  }

  private func choice(_ field: QueryField, anyOf folded: [[UInt8]]) -> Facet.Choice? {
    switch field {
    case .author: authors.chosen { author in folded.contains { author.starts(with: $0) } }
    case .category: categories.chosen(where: folded.contains)
    case .inputs: inputs.chosen(where: folded.contains)
    case .outputs: outputs.chosen(where: folded.contains)
    case .source, .ability, .state, .age, .sort, .frontier, .servedBy, .region, .dataPolicy, .fact:
      nil
    }
  }

  private func test(of state: ModelState, _ context: QueryContext) -> (Int) -> Bool {
    let now = context.now.timeIntervalSince1970
    switch state {
    case .free: return { facts[$0].isFree }
    case .new: return { facts[$0].created.map { now - $0 <= 30 * 86400 } ?? false }
    case .alias: return { facts[$0].isAlias }
    case .router: return { facts[$0].isRouter }
    case .variant: return { facts[$0].isVariant }
    case .batch: return { facts[$0].isBatch }
    case .expiring:
      let today = CalendarDay(context.now).daysSince1970
      return { facts[$0].expirationDay.map { (today...today + 90).contains($0) } ?? false }
    case .expired:
      let today = CalendarDay(context.now).daysSince1970
      return { facts[$0].expirationDay.map { $0 < today } ?? false }
    case .favorite: return isOneOf(context.favorites)
    case .changed: return isOneOf(context.changed)
    case .removed: return { facts[$0].isRemoved }
    case .retired: return { facts[$0].isRetired }
    }
  }

  private func isOneOf(_ ids: Set<Model.ID>) -> (Int) -> Bool {
    let chosen = Set(ids.compactMap { catalog.index(of: $0).map { items[$0] } })
    return { chosen.contains($0) }
  }

  /// What an item has to pass in a comparison, which an unknown or variable value never does.
  private func test(
    _ field: QueryField, _ comparison: Comparison, _ quantity: Term.Quantity,
    _ context: QueryContext
  ) -> ((Int) -> Bool)? {
    if case .fact(let fact) = field, fact.needsWorkload, context.workload == nil { return nil }
    func passing(_ fact: Fact, _ span: ClosedRange<Amount>) -> (Int) -> Bool {
      let ranking = rankings.amounts(of: fact, in: self, workload: context.workload)
      let passing = ranking.ranks(comparison, span)
      return { passing.contains(ranking.ranks[$0]) }
    }
    switch (field, quantity) {
    case (.fact(let fact), .tokens(let count)):
      let amount = Amount(Decimal(count))
      return passing(fact, amount...amount)
    case (.fact(let fact), .price(let amount)), (.fact(let fact), .number(let amount)):
      return passing(fact, Amount(amount)...Amount(amount))
    case (.fact(let fact), .span(let span)):
      let days = [span.days.lowerBound, span.days.upperBound].map { Amount(Decimal($0)) }
      return passing(fact, days[0]...days[1])
    case (.fact(let fact), .model(let id)):
      return amount(of: fact, inModel: id, context).map { passing(fact, $0...$0) }
    case (_, .days(let count)):
      let now = context.now.timeIntervalSince1970
      return { item in
        let age = facts[item].created.flatMap { Int(exactly: ((now - $0) / 86400).rounded(.down)) }
        return age.map { comparison.holds($0, against: count...count) } ?? false
      }
    default: return { _ in false }
    }
  }

  /// What a model has of a fact with numbers; nil for an unknown id and an unknown value.
  func amount(of fact: Fact, inModel id: Model.ID, _ context: QueryContext) -> Amount? {
    catalog.resolve(id).flatMap { model in
      fact.value(
        in: FactContext(model: model, catalog: catalog, workload: context.workload)
      ).amount
    }
  }
}
