/// The edit distance of two words, to guess what was meant.
package enum EditDistance {
  /// The candidate that begins with the word or is nearest to it; the first of equally near ones.
  ///
  /// Nil if none is near: more than a third of the word's letters, and at least two, differ.
  package static func nearest(to word: String, among candidates: [String]) -> String? {
    let word = Array(word.lowercased().unicodeScalars.prefix(32))
    guard !word.isEmpty else { return nil }
    if word.count > 1,
      let begun = candidates.first(where: { $0.unicodeScalars.starts(with: word) })
    {
      return begun
    }
    let limit = max(2, word.count / 3)
    var best: (candidate: String, distance: Int)?
    for candidate in candidates {
      let letters = Array(candidate.unicodeScalars)
      let distance = between(word, letters)
      // In a word of two letters, two differences are all of it.
      guard distance <= limit, distance < word.count else { continue }
      if best.map({ distance < $0.distance }) ?? true { best = (candidate, distance) }
    }
    return best?.candidate
  }

  /// Counts insertions, deletions, replacements, and swaps of adjacent letters.
  static func between(_ left: [Unicode.Scalar], _ right: [Unicode.Scalar]) -> Int {
    var before: [Int] = []
    var last = Array(0...right.count)
    for (row, letter) in left.enumerated() {
      var current = [row + 1]
      for (column, other) in right.enumerated() {
        var cost = min(last[column + 1], current[column]) + 1
        cost = min(cost, last[column] + (letter == other ? 0 : 1))
        if row > 0, column > 0, letter == right[column - 1], left[row - 1] == other {
          cost = min(cost, before[column - 1] + 1)
        }
        current.append(cost)
      }
      before = last
      last = current
    }
    return last[right.count]
  }
}
