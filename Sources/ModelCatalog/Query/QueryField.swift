/// What a term can ask about.
package enum QueryField: Hashable, Sendable {
  case author, category, source, inputs, outputs, ability, state
  /// The time since it was listed.
  case age
  case sort
  /// The models that are worth their price, by a score.
  case frontier
  /// Of an endpoint: its provider, its region, and what happens to prompts there.
  case servedBy, region, dataPolicy
  /// A fact with an order, compared with a value.
  case fact(Fact)

  /// Those that most people use.
  static let usual: [QueryField] =
    [.author, .category, .source, .inputs, .outputs, .ability, .state]
    + ["ctx", "maxout", "input", "output", "cacheread", "created"]
    .compactMap { FactTable.comparable[$0].map(QueryField.fact) }
    + [.age] + (FactTable.comparable["cutoff"].map { [.fact($0)] } ?? [])
    + [.servedBy, .region, .dataPolicy, .frontier, .sort]

  /// All of them, the usual ones first.
  package static let all: [QueryField] =
    usual
    + FactTable.all.filter { !$0.query.isEmpty }.map(QueryField.fact)
    .filter { !usual.contains($0) }

  /// What kind of value it takes.
  enum Kind: Equatable {
    /// One or more names with commas between, either of which will do.
    case names
    case tokens, price, cost, score, date, age, order
    case measure(MeasureUnit)

    /// Whether it takes `<` and `>`.
    var isCompared: Bool { self != .names && self != .order }
  }

  var kind: Kind {
    switch self {
    case .author, .category, .source, .inputs, .outputs, .ability, .state, .frontier, .servedBy,
      .region, .dataPolicy:
      .names
    case .age: .age
    case .sort: .order
    case .fact(let fact):
      switch fact.kind {
      case .tokens: .tokens
      case .price: .price
      case .cost: .cost
      case .score: .score
      case .measure(let unit): .measure(unit)
      case .day: .date
      case .text, .names, .flag, .structure: .names
      }
    }
  }

  /// The name that the canonical text uses.
  package var name: String {
    switch self {
    case .author: "author"
    case .category: "category"
    case .source: "source"
    case .inputs: "in"
    case .outputs: "out"
    case .ability: "has"
    case .state: "is"
    case .age: "age"
    case .sort: "sort"
    case .frontier: "frontier"
    case .servedBy: "on"
    case .region: "region"
    case .dataPolicy: "data"
    case .fact(let fact): fact.query.first ?? fact.name
    }
  }

  /// Other names that people type.
  var aliases: [String] {
    switch self {
    case .author: ["provider"]
    case .ability: ["supports"]
    case .category, .source, .inputs, .outputs, .state, .age, .sort, .frontier, .servedBy, .region,
      .dataPolicy:
      []
    case .fact(let fact): Array(fact.query.dropFirst())
    }
  }

  /// In a few words, for completion.
  package var summary: String {
    switch self {
    case .author: "who made it, by the beginning of the name"
    case .category: "the family"
    case .source: "core or openrouter"
    case .inputs: "what it takes: image, audio, …"
    case .outputs: "what it gives: text, image, …"
    case .ability: "an ability or a parameter: tools, vision, …"
    case .state: "free, new, favorite, …"
    case .age: "time since it was listed: age<30d"
    case .sort: "the order: price, output, ctx, name, new, …; - reverses"
    case .frontier: "nothing scores as high for less: intelligence, coding or agentic"
    case .servedBy: "the provider of an endpoint, by the beginning of its slug"
    case .region: "the region of an endpoint: eu, us, global"
    case .dataPolicy: "zdr: an endpoint with zero data retention"
    case .fact(let fact): fact.querySummary
    }
  }

  /// The field of that name or alias, in any case.
  init?(name: String) {
    guard let field = Self.byName[name.lowercased()] else { return nil }
    self = field
  }

  private static let byName: [String: QueryField] = Dictionary(
    all.flatMap { field in ([field.name] + field.aliases).map { ($0, field) } }
  ) { first, _ in first }

  /// The name or alias that is nearest to a word that is none.
  static func nearestName(to word: String) -> String? {
    EditDistance.nearest(to: word, among: all.flatMap { [$0.name] + $0.aliases })
  }
}

extension Fact {
  /// `context in tokens: ctx>=128k`.
  fileprivate var querySummary: String {
    let name = query.first ?? name
    switch kind {
    case .tokens: return "\(words) in tokens: \(name)>=128k"
    case .price(let kind): return "\(words), USD \(kind.unit.words): \(name)<=0.5"
    case .cost: return "\(words) under the workload, in USD: \(name)<=100"
    case .score: return "\(words) index of Artificial Analysis: \(name)>=50"
    case .measure(let unit):
      let example =
        switch unit {
        case .percent: ">=99"
        case .milliseconds: "<800"
        case .tokensPerSecond: ">=50"
        case .bits: ">=8"
        }
      return "\(words) of an endpoint, in \(unit.words): \(name)\(example)"
    case .day: return "\(words): \(name)>=2026-01-01"
    case .text, .names, .flag, .structure: return words
    }
  }
}
