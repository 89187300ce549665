extension SearchIndex {
  /// Where the query's free text is in the id and name of one model: for the rows that are seen.
  package func highlights(ofModelAt index: Int, for query: Query) -> Highlights {
    let model = catalog.models[index]
    let item = items[index]
    var (id, name) = (MarkedText(model.id), MarkedText(model.name))
    for term in query.terms where term.isFreeText {
      guard let (word, mayBeLoose) = term.condition.text else { continue }
      let needle = text.needle(for: word)
      let isInID = id.mark(needle)
      let isInName = name.mark(needle)
      guard mayBeLoose, !needle.isShort, !isInID, !isInName, !text.holds(needle, in: item) else {
        continue
      }
      id.markLetters(needle)
      name.markLetters(needle)
    }
    return Highlights(id: id.ranges, name: name.ranges)
  }
}

/// A text with its fold, and which of its scalars are to be marked.
private struct MarkedText {
  private var folded = FoldedText()
  /// The scalar that each folded byte comes from.
  private var origins: [Int] = []
  private var isMarked: [Bool]

  init(_ text: String) {
    var folding = Folding()
    var isStart = true
    var count = 0
    for scalar in text.unicodeScalars {
      let letter = folding.fold(scalar)
      folded.append(letter.bytes, isStart: isStart)
      for _ in letter.bytes { origins.append(count) }
      if let breaksWord = letter.breaksWord { isStart = breaksWord }
      count += 1
    }
    isMarked = [Bool](repeating: false, count: count)
  }

  /// Marks the first place where a word begins with it, else the first place.
  mutating func mark(_ needle: Needle) -> Bool {
    guard let first = folded.firstIndex(of: needle, in: 0..<folded.count) else { return false }
    var index: Int? = first
    while let candidate = index, !folded.starts[candidate] {
      index = folded.firstIndex(of: needle, in: candidate + 1..<folded.count)
    }
    let found = index ?? first
    for scalar in origins[found]...origins[found + needle.count - 1] { isMarked[scalar] = true }
    return true
  }

  mutating func markLetters(_ needle: Needle) {
    let indices = folded.bytes.withUnsafeBufferPointer {
      needle.letterIndices(in: $0, 0..<$0.count)
    }
    for index in indices ?? [] { isMarked[origins[index]] = true }
  }

  var ranges: [Range<Int>] {
    var ranges: [Range<Int>] = []
    for scalar in isMarked.indices where isMarked[scalar] {
      if let last = ranges.last, last.upperBound == scalar {
        ranges[ranges.count - 1] = last.lowerBound..<scalar + 1
      } else {
        ranges.append(scalar..<scalar + 1)
      }
    }
    return ranges
  }
}
