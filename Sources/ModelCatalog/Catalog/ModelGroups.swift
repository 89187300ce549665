/// Which rows of a catalogue are the same model: the plain row of OpenRouter, its variants, the
/// aliases that stand for it, and its core rows.
///
/// Each model belongs to exactly one group. Models are meant by their index in the catalogue.
package struct ModelGroups: Equatable, Sendable {
  private let groupOfModel: [Int]
  /// The models of all groups, those of one group side by side: its base row, core rows, variants,
  /// aliases.
  private let members: [Int]
  /// Where each group begins in ``members``, and where the last one ends.
  private let starts: [Int]
  /// Parallel to the catalogue's models: whether the row is the base of its group.
  private let isBase: [Bool]

  package init(_ catalog: Catalog) {
    var assignment = Assignment(catalog)
    let groups = catalog.models.indices.map { assignment.group(of: $0) }
    var starts = [Int](repeating: 0, count: assignment.count + 1)
    for group in groups { starts[group + 1] += 1 }
    for group in 0..<assignment.count { starts[group + 1] += starts[group] }
    var next = starts
    var members = [Int](repeating: 0, count: groups.count)
    // Three passes keep the members of a group in the order of their roles, then of their ids.
    for role in Role.allCases {
      for (model, group) in groups.enumerated() where assignment.roles[model] == role {
        members[next[group]] = model
        next[group] += 1
      }
    }
    var isBase = [Bool](repeating: false, count: groups.count)
    for group in 0..<assignment.count {
      let first = members[starts[group]]
      isBase[first] = assignment.roles[first] != .other
    }
    groupOfModel = groups
    self.members = members
    self.starts = starts
    self.isBase = isBase
  }

  /// All models of the group of one, itself among them: the base row first.
  package func members(withModelAt index: Int) -> ArraySlice<Int> {
    let group = groupOfModel[index]
    return members[starts[group]..<starts[group + 1]]
  }

  package func areSame(_ first: Int, _ second: Int) -> Bool {
    groupOfModel[first] == groupOfModel[second]
  }

  /// One match of each group, in the order of the matches: one that is preferred, else the base row,
  /// else the first.
  package func folded(_ matches: [SearchMatch], preferring preferred: Set<Int> = [])
    -> [SearchMatch]
  {
    var shown = [Int](repeating: -1, count: starts.count - 1)
    func rank(_ model: Int) -> Int { preferred.contains(model) ? 2 : isBase[model] ? 1 : 0 }
    for match in matches {
      let group = groupOfModel[match.index]
      if shown[group] < 0 || rank(match.index) > rank(shown[group]) { shown[group] = match.index }
    }
    return matches.filter { shown[groupOfModel[$0.index]] == $0.index }
  }

  /// Calls `body` with each match and the number of its group, one group after the other.
  func forEach(_ matches: [SearchMatch], _ body: (_ model: Int, _ group: Int) -> Void) {
    var isMatch = [Bool](repeating: false, count: members.count)
    for match in matches { isMatch[match.index] = true }
    for model in members where isMatch[model] { body(model, groupOfModel[model]) }
  }

  /// What a row is in its group, in the order of the members.
  private enum Role: CaseIterable {
    /// A row that stands for itself: OpenRouter's, or a core model that is not there.
    case plain
    case core
    /// A variant or an alias.
    case other
  }

  /// Finds the group of each model.
  private struct Assignment {
    private let catalog: Catalog
    private(set) var roles: [Role] = []
    private(set) var count = 0
    /// By model; nil for all but plain rows.
    private var groups: [Int?] = []
    /// The groups whose plain row is not in the catalogue, by its id.
    private var groupsWithoutPlainRow: [String: Int] = [:]

    init(_ catalog: Catalog) {
      self.catalog = catalog
      // A model is large: read where it lies, not copied out.
      catalog.models.withUnsafeBufferPointer { models in
        for index in models.indices {
          let role: Role =
            models[index].openRouterID != nil
            ? .core
            : models[index].aliasTarget != nil
              || ModelGroups.variantStart(of: models[index].id) != nil
              ? .other : .plain
          roles.append(role)
          groups.append(role == .plain ? count : nil)
          if role == .plain { count += 1 }
        }
      }
    }

    mutating func group(of index: Int) -> Int {
      // Aliases may stand for aliases, and in a bad list in a circle.
      var (index, name) = (index, "")
      for _ in 0..<4 {
        if let group = groups[index] { return group }
        name = ModelGroups.standsFor(catalog.models[index])
        guard let next = catalog.index(of: name) else { break }
        index = next
      }
      if let start = ModelGroups.variantStart(of: name) {
        name = String(name[..<start])
        if let group = catalog.index(of: name).flatMap({ groups[$0] }) { return group }
      }
      let group = groupsWithoutPlainRow[name] ?? count
      if group == count {
        groupsWithoutPlainRow[name] = group
        count += 1
      }
      return group
    }
  }

  /// The id that an alias, a variant or a core row is another row of.
  private static func standsFor(_ model: Model) -> String {
    if let other = model.aliasTarget ?? model.openRouterID { return other }
    return variantStart(of: model.id).map { String(model.id[..<$0]) } ?? model.id
  }

  /// The colon before a variant: `author/slug:free`.
  private static func variantStart(of id: Model.ID) -> String.Index? {
    guard let colon = id.utf8.lastIndex(of: UInt8(ascii: ":")),
      let slash = id.utf8.firstIndex(of: UInt8(ascii: "/")), slash < colon
    else { return nil }
    return colon
  }
}
