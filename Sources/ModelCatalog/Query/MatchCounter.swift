/// Counts how many of some matches meet each of several conditions, in one pass over the matches.
///
/// What a model meets is found once per catalogue and kept as numbers, so that counting, which
/// happens at every key, compares no text.
package struct MatchCounter: Hashable, Sendable {
  /// None of them is free text, a frontier, or a comparison with what is not known.
  package let conditions: [Term.Condition]
  /// The numbers of the conditions that each model of the catalogue meets, model after model.
  private var met: [UInt16] = []
  /// Where those of each model begin in ``met``; one more entry than models.
  private var starts: [UInt32] = [0]

  /// Of no condition.
  package init() { conditions = [] }

  /// At most 65,536 conditions.
  package init(
    _ conditions: [Term.Condition], in index: SearchIndex, _ context: QueryContext
  ) {
    self.conditions = conditions
    var tests: [(number: UInt16, holds: (Int) -> Bool)] = []
    // Of the conditions about names: for each name, the conditions that it meets.
    var named: [(facet: Facet, field: QueryField, numbers: [[UInt16]])] = []
    for (number, condition) in zip(UInt16.min...UInt16.max, conditions) {
      if let (field, choice) = index.choice(of: condition) {
        let position =
          named.firstIndex { $0.field == field }
          ?? {
            let none = [[UInt16]](repeating: [], count: choice.facet.names.count)
            named.append((choice.facet, field, none))
            return named.count - 1
          }()
        for name in choice.names { named[position].numbers[name].append(number) }
      } else if let test = index.test(of: condition, in: context) {
        tests.append((number, test))
      }
    }
    // The last item that met each condition about names: an item may have two names that do.
    var last = [Int](repeating: -1, count: conditions.count)
    starts.reserveCapacity(index.items.count + 1)
    for item in index.items {
      for test in tests where test.holds(item) { met.append(test.number) }
      for (facet, _, numbers) in named {
        for name in facet.members(of: item) {
          for number in numbers[name] where last[Int(number)] != item {
            last[Int(number)] = item
            met.append(number)
          }
        }
      }
      starts.append(UInt32(met.count))
    }
  }

  /// Parallel to the conditions; with groups, how many groups have a match that meets each.
  package func counts(of matches: [SearchMatch], foldedBy groups: ModelGroups? = nil) -> [Int] {
    var counts = [Int](repeating: 0, count: conditions.count)
    guard let groups else {
      for match in matches {
        for number in numbers(ofModelAt: match.index) { counts[Int(number)] += 1 }
      }
      return counts
    }
    var last = [Int](repeating: -1, count: conditions.count)
    groups.forEach(matches) { model, group in
      for number in numbers(ofModelAt: model) where last[Int(number)] != group {
        last[Int(number)] = group
        counts[Int(number)] += 1
      }
    }
    return counts
  }

  /// The matches that meet each condition, in their order.
  func groups(of matches: [SearchMatch]) -> [[SearchMatch]] {
    var groups = [[SearchMatch]](repeating: [], count: conditions.count)
    for match in matches {
      for number in numbers(ofModelAt: match.index) { groups[Int(number)].append(match) }
    }
    return groups
  }

  private func numbers(ofModelAt index: Int) -> ArraySlice<UInt16> {
    guard !conditions.isEmpty else { return [] }
    return met[Int(starts[index])..<Int(starts[index + 1])]
  }
}
