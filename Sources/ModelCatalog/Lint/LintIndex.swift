/// The ids that are looked for in files, each with the finding about it.
///
/// Only ids that are listed, or were once, are in it: a text that merely looks like an id is none.
package struct LintIndex: Sendable {
  /// By id on OpenRouter or canonical slug; nil for an id about which there is nothing to say.
  private let routed: [String: LintVerdict?]
  /// The listed ids by their ``spelled(_:)`` form.
  private let spellings: [String: Model.ID]
  /// Core models by their id's ``spelled(_:)`` form: makers write hyphens where the list has dots.
  private let core: [String: CoreName]

  struct CoreName: Sendable {
    var id: Model.ID
    var verdict: LintVerdict?
  }

  /// How many days before its last day an id is reported.
  package static let notice = 90

  /// `catalog` has the removed models too; `changes` are those since the date from which raised
  /// prices are reported.
  package init(_ catalog: Catalog, today: CalendarDay, changes: [ModelChange] = []) {
    var routed: [String: LintVerdict?] = [:]
    var spellings: [String: Model.ID] = [:]
    var core: [String: CoreName] = [:]
    let changes = Dictionary(changes.map { ($0.id, $0) }) { first, _ in first }
    let (listed, gone) = (
      catalog.openRouterModels(listed: true), catalog.openRouterModels(listed: false)
    )
    for model in listed {
      let verdict = Self.verdict(on: model, in: catalog, today: today, change: changes[model.id])
      routed[model.id] = .some(verdict)
      spellings[Self.spelled(model.id)] = model.id
    }
    for slug in listed.compactMap(\.canonicalSlug) where routed[slug] == nil {
      guard let model = catalog.resolve(slug), let verdict = routed[model.id] else { continue }
      routed[slug] = verdict?.rule == .expiring ? verdict : .canonicalSlug(of: model.id)
    }
    for model in gone {
      guard let date = model.lastListed else { continue }
      let successor = catalog.lintSuccessor(of: model)?.id
      for name in [model.id, model.canonicalSlug ?? model.id] where routed[name] == nil {
        routed[name] = .gone(lastListed: date, successor: successor)
      }
    }
    for model in catalog.models where model.source == .core {
      let successor = catalog.successor(of: model)?.id
      let name = CoreName(
        id: model.id, verdict: model.isRetired ? .retired(successor: successor) : nil)
      core[Self.spelled(model.id)] = name
      // Vertex's names end with a date, which is left out, or with this.
      if model.id.hasSuffix("-latest") { core[Self.spelled(model.id.dropLast(7))] = name }
    }
    (self.routed, self.spellings, self.core) = (routed, spellings, core)
  }

  private static func verdict(
    on model: Model, in catalog: Catalog, today: CalendarDay, change: ModelChange?
  ) -> LintVerdict? {
    if let day = model.expirationDate, day.daysSince1970 - today.daysSince1970 <= notice {
      return .expiring(day, successor: catalog.successor(of: model)?.id)
    }
    if let target = model.aliasTarget { return .alias(of: target) }
    let raised = change?.raisedPrices ?? []
    return raised.isEmpty ? nil : .repriced(raised)
  }

  /// The form that ids have in common if they differ in dots and hyphens alone.
  static func spelled(_ id: some StringProtocol) -> String {
    String(id.map { $0 == "." ? "-" : $0 })
  }

  /// All names, with which a word must begin to be one.
  var names: (routed: [String], core: [String]) {
    (Array(routed.keys) + spellings.keys, Array(core.keys))
  }

  /// What is said about a name of OpenRouter's; nil if it is none, or if there is nothing to say.
  ///
  /// The length is that of the id, in bytes: without a suffix that only a request has.
  func routed(_ name: String) -> (verdict: LintVerdict, length: Int)? {
    if let known = routed[name] { return known.map { ($0, name.utf8.count) } }
    if let id = spellings[Self.spelled(name)] { return (.spelling(of: id), name.utf8.count) }
    guard let colon = name.lastIndex(of: ":"),
      Catalog.requestVariants.contains(String(name[name.index(after: colon)...]))
    else { return nil }
    return routed(String(name[..<colon]))
  }

  /// The core model that its maker calls so; nil if it is none.
  func coreName(_ name: some StringProtocol) -> CoreName? { core[Self.spelled(name)] }
}

extension Catalog {
  fileprivate func openRouterModels(listed: Bool) -> [Model] {
    models.filter { $0.source == .openRouter && ($0.lastListed == nil) == listed }
  }

  /// What to use instead of a removed model: of a variant its base, if that is listed.
  func lintSuccessor(of removed: Model) -> Model? {
    if let colon = removed.id.lastIndex(of: ":"), let base = self[String(removed.id[..<colon])],
      base.isListed
    {
      return base
    }
    return Successor.likely(of: removed, among: self)
  }
}

extension ModelChange {
  /// The prices that rose, of those that a person wants to know of.
  fileprivate var raisedPrices: [Difference] {
    (news?.fields ?? []).filter { difference in
      guard case .price(.fixed(let old), _) = difference.old,
        case .price(.fixed(let new), _) = difference.new
      else { return false }
      return new > old
    }
  }
}
