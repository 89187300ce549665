/// The names that each model has in one field (authors, parameters, …), as small integers.
struct Facet: Sendable {
  /// Every name, in order of first appearance.
  private(set) var names: [String] = []
  /// The folds of ``names``.
  private var folds: [[UInt8]] = []
  /// The number of listed models with each name.
  private(set) var counts: [Int] = []
  private var numbers: [String: UInt32] = [:]
  /// For each name the one that last followed it: lists are sorted and similar, so it usually
  /// follows again and needs no lookup.
  private var followers: [UInt32] = []
  private var members: [UInt32] = []
  /// One more entry than models.
  private var starts: [Int] = [0]

  /// Adds the names of one model; retired models are not counted, because lists leave them out.
  mutating func append(_ names: some Sequence<String>, counting: Bool) {
    var last: Int?
    for name in names {
      let number = number(of: name, after: last)
      if let last { followers[last] = number }
      last = Int(number)
      if counting { counts[Int(number)] += 1 }
      members.append(number)
    }
    starts.append(members.count)
  }

  func count(of name: String) -> Int { numbers[name].map { counts[Int($0)] } ?? 0 }

  private mutating func number(of name: String, after last: Int?) -> UInt32 {
    if let last, names[Int(followers[last])] == name { return followers[last] }
    if let number = numbers[name] { return number }
    let number = UInt32(names.count)
    numbers[name] = number
    names.append(name)
    folds.append(Folding.fold(name))
    counts.append(0)
    followers.append(number)
    return number
  }

  /// The numbers of an item's names.
  func members(of item: Int) -> some Sequence<Int> {
    members[starts[item]..<starts[item + 1]].lazy.map(Int.init)
  }

  /// The names with the number of items that have each, among those that pass a test; none of 0.
  func counts(where isCounted: (Int) -> Bool) -> [String: Int] {
    var counts = [Int](repeating: 0, count: names.count)
    for item in 0..<starts.count - 1 where isCounted(item) {
      for name in members(of: item) { counts[name] += 1 }
    }
    return Dictionary(uniqueKeysWithValues: zip(names, counts)).filter { $0.value > 0 }
  }

  /// The names whose fold passes a test.
  func chosen(where isWanted: ([UInt8]) -> Bool) -> Choice {
    Choice(facet: self, isChosen: folds.map(isWanted))
  }

  /// Some of the names.
  struct Choice {
    let facet: Facet
    fileprivate let isChosen: [Bool]

    /// The numbers of the names.
    var names: some Sequence<Int> { isChosen.indices.lazy.filter { isChosen[$0] } }

    func includes(_ item: Int) -> Bool {
      for index in facet.starts[item]..<facet.starts[item + 1]
      where isChosen[Int(facet.members[index])] {
        return true
      }
      return false
    }
  }
}
