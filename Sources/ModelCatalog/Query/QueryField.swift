/// What a term can ask about; the raw value is the name that the canonical text uses.
package enum QueryField: String, Hashable, Sendable, CaseIterable {
  case author, category, source
  case input = "in"
  case output = "out"
  case ability = "has"
  case state = "is"
  case context = "ctx"
  case maxOutput = "maxout"
  case inputPrice = "input"
  case outputPrice = "output"
  case cacheReadPrice = "cacheread"
  case created, age, cutoff
  case sort

  /// What kind of value it takes.
  enum Kind {
    /// One or more names with commas between, either of which will do.
    case names
    case tokens, price, date, age, order
  }

  var kind: Kind {
    switch self {
    case .author, .category, .source, .input, .output, .ability, .state: .names
    case .context, .maxOutput: .tokens
    case .inputPrice, .outputPrice, .cacheReadPrice: .price
    case .created, .cutoff: .date
    case .age: .age
    case .sort: .order
    }
  }

  /// Other names that people type.
  var aliases: [String] {
    switch self {
    case .author: ["provider"]
    case .ability: ["supports"]
    case .context: ["context"]
    case .maxOutput: ["maxoutput"]
    case .inputPrice: ["prompt", "price"]
    case .outputPrice: ["completion"]
    case .category, .source, .input, .output, .state, .cacheReadPrice, .created, .age, .cutoff,
      .sort:
      []
    }
  }

  /// In a few words, for completion.
  package var summary: String {
    switch self {
    case .author: "who made it, by the beginning of the name"
    case .category: "the family"
    case .source: "core or openrouter"
    case .input: "what it takes: image, audio, …"
    case .output: "what it gives: text, image, …"
    case .ability: "an ability or a parameter: tools, vision, …"
    case .state: "free, new, favorite, …"
    case .context: "context in tokens: ctx>=128k"
    case .maxOutput: "longest answer in tokens: maxout>=32k"
    case .inputPrice: "USD per million input tokens: input<=0.5"
    case .outputPrice: "USD per million output tokens: output<2"
    case .cacheReadPrice: "USD per million cached tokens: cacheread<0.1"
    case .created: "when it was listed: created>=2026-01-01"
    case .age: "time since it was listed: age<30d"
    case .cutoff: "knowledge cutoff: cutoff>=2025-06"
    case .sort: "the order: price, output, ctx, name, new; - reverses"
    }
  }

  /// The field of that name or alias, in any case.
  init?(name: String) {
    guard let field = Self.byName[name.lowercased()] else { return nil }
    self = field
  }

  private static let byName: [String: QueryField] = Dictionary(
    uniqueKeysWithValues: allCases.flatMap { field in
      ([field.rawValue] + field.aliases).map { ($0, field) }
    })

  /// The name or alias that is nearest to a word that is none.
  static func nearestName(to word: String) -> String? {
    EditDistance.nearest(to: word, among: allCases.flatMap { [$0.rawValue] + $0.aliases })
  }
}
