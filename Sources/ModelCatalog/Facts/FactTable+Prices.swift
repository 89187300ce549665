extension FactTable {
  /// A row for each kind of price, and what else is known of prices.
  static let prices: [Fact] =
    PriceKind.allCases.map(Fact.price) + [
      .otherPrices,
      Fact("variable", "Variable", json: "pricing.variable", kind: .flag) {
        .flag($0.model.pricing.isVariable)
      },
      .priceOverrides,
      Fact("free", "Free", kind: .flag) { .flag($0.model.isFree) },
    ]
}

extension Fact {
  private static let priceFacts: [PriceKind: Fact] = Dictionary(
    uniqueKeysWithValues: PriceKind.allCases.map { ($0, makePrice($0)) })

  /// The price of one kind.
  package static func price(_ kind: PriceKind) -> Fact { priceFacts[kind] ?? makePrice(kind) }

  private static func makePrice(_ kind: PriceKind) -> Fact {
    let title = kind.words.prefix(1).uppercased() + kind.words.dropFirst()
    return Fact(
      kind.factName, title, short: "\(kind.columnWords) \(kind.unit.symbol)", words: kind.words,
      json: "pricing.\(kind.rawValue)", aliases: kind.otherNames, kind: .price(kind),
      order: kind.unit == .token ? .smallestFirst : nil, query: kind.queryWords, topic: .price,
      reader: ReaderVersion(2)
    ) { context in context.model.pricing[kind].map { .price($0, kind) } ?? .unknown }
  }

  package static let otherPrices = Fact(
    "otherprices", "Other prices", json: "pricing.other", kind: .structure, topic: .price,
    reader: ReaderVersion(2)
  ) { .otherPrices($0.model.pricing.other) }

  package static let priceOverrides = Fact(
    "overrides", "Conditional prices", json: "pricing.overrides", kind: .structure, topic: .price,
    reader: ReaderVersion(2)
  ) { .overrides($0.model.pricing.overrides) }
}

extension PriceKind {
  /// The price of reasoning tokens is not the ability, nor that of images the modality.
  fileprivate var factName: String {
    switch self {
    case .reasoning: "reasoningprice"
    case .image: "imageprice"
    case .audio: "audioprice"
    case .request: "requestprice"
    case .input, .output, .cacheRead, .cacheWrite, .cacheWrite1h, .characters, .audioDuration,
      .imageInput, .imageOutput, .audioOutput, .audioCache, .webSearch:
      rawValue.lowercased()
    }
  }

  fileprivate var columnWords: String { shortWords.uppercased() }

  /// Words of the query language, the usual one first: amounts in other units than tokens are not to
  /// be compared with those.
  fileprivate var queryWords: [String] {
    switch self {
    case .input: ["input", "prompt", "price"]
    case .output: ["output", "completion"]
    // A name with a digit in it is no field of the language.
    case .cacheWrite1h: []
    case .characters, .audioDuration, .image, .request, .webSearch: []
    case .cacheRead, .cacheWrite, .reasoning, .imageInput, .imageOutput, .audio, .audioOutput,
      .audioCache:
      [factName]
    }
  }

  fileprivate var otherNames: [String] { [upstreamKey] }
}
