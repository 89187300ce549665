/// All facts, in the order in which a person reads them and JSON lists them.
package enum FactTable {
  package static let all: [Fact] =
    identity + prices + costs + limits + abilities + dates + references + scores
    + endpoints

  /// The fact of that name, or of another name that is accepted for it, in any case.
  package static subscript(name: String) -> Fact? { byName[name.lowercased()] }

  /// The fact of exactly that name.
  static subscript(exact name: String) -> Fact? {
    byName[name].flatMap { $0.name == name ? $0 : nil }
  }

  private static let byName: [String: Fact] = {
    var found: [String: Fact] = [:]
    for fact in all { found[fact.name] = fact }
    // A name goes before an alias, and the earlier of two aliases before the later.
    for fact in all {
      for alias in fact.aliases where found[alias] == nil { found[alias] = fact }
    }
    return found
  }()

  /// Those whose change is a change of the model.
  package static let changing: [Fact] = all.filter { $0.topic != nil }

  /// Those that a query can compare with a value, by each of their words.
  static let comparable: [String: Fact] = Dictionary(
    all.flatMap { fact in fact.query.map { ($0, fact) } }
  ) { first, _ in first }
}
