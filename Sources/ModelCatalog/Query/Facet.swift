/// The names that each model has in one field (authors, parameters, …), as small integers.
struct Facet: Sendable {
  /// Every name, in order of first appearance.
  private(set) var names: [String] = []
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
    counts.append(0)
    followers.append(number)
    return number
  }

  /// The names whose fold passes a test.
  func chosen(where takes: ([UInt8]) -> Bool) -> Choice {
    Choice(facet: self, isChosen: names.map { takes(Folding.fold($0)) })
  }

  /// Some of the names.
  struct Choice {
    fileprivate let facet: Facet
    fileprivate let isChosen: [Bool]

    func includes(_ item: Int) -> Bool {
      for index in facet.starts[item]..<facet.starts[item + 1]
      where isChosen[Int(facet.members[index])] {
        return true
      }
      return false
    }
  }
}
