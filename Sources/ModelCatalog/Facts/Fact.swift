/// One fact of a model: the only description of it that there is.
///
/// Whatever lists, sorts, compares, prints or describes models loops over these rows
/// (``FactTable/all``): columns, `--columns`, the page of one model, JSON, OpenAPI, changes, the
/// query language with its completion, and `modeldex facts`.
package struct Fact: Sendable, Identifiable {
  /// For `--columns` and `sort:`; lower case.
  package let name: String
  /// Other names that are accepted in its place.
  package let aliases: [String]
  /// In the JSON of a model, with dots between the levels: `pricing.input`; nil if it is not there.
  package let jsonKey: String?
  /// For people, in full: `Context`.
  package let title: String
  /// Over a column: `CONTEXT`.
  package let shortTitle: String
  /// In a sentence about a change: `context`.
  package let words: String
  package let kind: FactKind
  /// Which values come first; nil for a fact without an order.
  package let order: FactOrder?
  /// The words of the query language that compare it with a value, the usual one first.
  package let query: [String]
  /// What a change of it is about; nil for what is never a change of its own, because it makes the
  /// model that one or follows from other facts.
  package let topic: ChangeTopic?
  /// The first version of the reader that reads it as the current one does.
  package let reader: ReaderVersion
  /// Terminal cells of its column in a list, without a gap.
  package let width: Int
  /// Its section on the page of one model; nil if something else says it there.
  package let section: FactSection?
  /// Whether it is known only under a ``Workload``.
  package let needsWorkload: Bool
  /// Whether it is known only of an ``Endpoint``.
  package let needsEndpoint: Bool
  /// The words around the value there; `%` is the value.
  private let phrase: String
  private let read: @Sendable (FactContext) -> FactValue

  package var id: String { name }

  /// `short`, `words` and `width` follow from the title and the kind where they are not given, and
  /// aliases always have the JSON key in lower case, with and without what is before its last dot.
  init(
    _ name: String, _ title: String, short: String? = nil, words: String? = nil,
    json: String? = nil, aliases: [String] = [], kind: FactKind, order: FactOrder? = nil,
    query: [String] = [], topic: ChangeTopic? = nil, reader: ReaderVersion = .first,
    width: Int? = nil, section: FactSection? = nil, needsWorkload: Bool = false,
    needsEndpoint: Bool = false, phrase: String = "%",
    read: @escaping @Sendable (FactContext) -> FactValue
  ) {
    self.name = name
    self.title = title
    shortTitle = short ?? title.uppercased()
    self.words = words ?? title.lowercased()
    jsonKey = json
    self.kind = kind
    self.order = order
    self.query = query
    self.topic = topic
    self.reader = reader
    self.width = width ?? kind.usualWidth
    self.section = section
    self.needsWorkload = needsWorkload
    self.needsEndpoint = needsEndpoint
    self.phrase = phrase
    self.read = read
    let key = json?.lowercased()
    let names = [key, key?.split(separator: ".").last.map(String.init)].compactMap(\.self)
    self.aliases = (aliases + query + names).reduce(into: []) { kept, alias in
      if alias != name, !kept.contains(alias) { kept.append(alias) }
    }
  }

  /// The value's text with the words around it on the page of one model.
  package func pagePhrase(_ text: String) -> String { phrase.replacing("%", with: text) }

  package func value(in context: FactContext) -> FactValue { read(context) }

  /// The value of a fact that depends on the endpoint alone.
  func value(of endpoint: Endpoint) -> FactValue { read(FactContext(endpoint: endpoint)) }

  /// The value of a fact that depends on the model alone.
  package func value(in model: Model) -> FactValue {
    read(FactContext(model: model, catalog: .empty))
  }
}

extension Fact: Hashable {
  package static func == (left: Fact, right: Fact) -> Bool { left.name == right.name }
  package func hash(into hasher: inout Hasher) { hasher.combine(name) }
}

/// What the value of a fact depends on: the model, and what is around it.
package struct FactContext: Sendable {
  package let model: Model
  /// The models among which it is looked at.
  package let catalog: Catalog
  /// The work whose cost is asked for.
  package let workload: Workload?
  /// The endpoint that serves the model; ``model`` has its prices and limits.
  package let endpoint: Endpoint?

  /// With an endpoint, the facts are those of the model as that serves it.
  package init(
    model: Model, catalog: Catalog, workload: Workload? = nil, endpoint: Endpoint? = nil
  ) {
    self.model = endpoint.map(model.served) ?? model
    self.catalog = catalog
    self.workload = workload
    self.endpoint = endpoint
  }

  /// For facts that look at nothing but the endpoint.
  fileprivate init(endpoint: Endpoint) {
    model = Self.noModel
    catalog = .empty
    workload = nil
    self.endpoint = endpoint
  }

  private static let noModel = Model(id: "", source: .openRouter, name: "", author: "")

  /// What the model can do; what an endpoint does not state is of the model.
  package var abilities: Abilities {
    let known = catalog.abilities(of: model.id)
    return endpoint == nil ? known : known.served(of: model)
  }
}

/// What kind of value a fact has, and so how it is aligned, written, compared and described.
package enum FactKind: Hashable, Sendable {
  case text
  /// A few names.
  case names
  /// A number of tokens.
  case tokens
  /// USD, in the unit of the kind.
  case price(PriceKind)
  /// USD for some work.
  case cost
  /// A number on the scale of a benchmark.
  case score
  /// A number in a unit of its own.
  case measure(MeasureUnit)
  case day
  case flag
  /// Several values that have a shape of their own in JSON.
  case structure

  /// What its numbers are in; empty where they have no unit.
  package var unit: String {
    switch self {
    case .tokens: "tokens"
    case .price(let kind): "USD \(kind.unit.words)"
    case .cost: "USD under the workload"
    case .measure(let unit): unit.words
    case .text, .names, .score, .day, .flag, .structure: ""
    }
  }

  /// The word that `modeldex facts` has for it.
  package var name: String {
    switch self {
    case .text: "text"
    case .names: "names"
    case .tokens: "tokens"
    case .price: "price"
    case .cost: "cost"
    case .score: "score"
    case .measure: "measure"
    case .day: "day"
    case .flag: "flag"
    case .structure: "structure"
    }
  }

  /// Terminal cells that its values mostly need.
  fileprivate var usualWidth: Int {
    switch self {
    case .text, .names, .structure: 24
    case .tokens: 7
    case .price, .cost, .measure: 8
    case .score: 12
    case .day: 10
    case .flag: 9
    }
  }

  /// Whether it is right-aligned in its column.
  package var isNumber: Bool {
    switch self {
    case .tokens, .price, .cost, .score, .measure: true
    case .text, .names, .day, .flag, .structure: false
    }
  }
}

/// In which order a fact sorts; unknown and variable values are always last.
package enum FactOrder: Hashable, Sendable {
  /// `sort:` begins with the smallest; a person often wants the smallest too.
  case smallestFirst
  /// `sort:` begins with the smallest, and a person mostly wants the largest.
  case largestIsBest
  /// `sort:` begins with the highest.
  case highestFirst
}

/// A part of the page of one model, in its order.
package enum FactSection: Int, Hashable, Sendable, CaseIterable, Comparable {
  case limits, details, lists

  package static func < (left: FactSection, right: FactSection) -> Bool {
    left.rawValue < right.rawValue
  }
}
