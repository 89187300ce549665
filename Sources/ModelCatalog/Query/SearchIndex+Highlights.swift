extension SearchIndex {
  /// Where the query's free text is in the id and name of one model: for the rows that are seen.
  package func highlights(place: Int, for query: Query) -> Highlights {
    let model = catalog.models[place]
    let item = items[place]
    var (id, name) = (MarkedText(model.id), MarkedText(model.name))
    for term in query.terms where term.isFreeText {
      guard let (word, mayBeLoose) = term.condition.text else { continue }
      let needle = text.needle(for: word)
      let isInID = id.mark(needle)
      let isInName = name.mark(needle)
      guard mayBeLoose, !isInID, !isInName, !text.holds(needle, in: item) else { continue }
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
    guard let first = folded.firstPlace(of: needle, in: 0..<folded.count) else { return false }
    var place: Int? = first
    while let candidate = place, !folded.starts[candidate] {
      place = folded.firstPlace(of: needle, in: candidate + 1..<folded.count)
    }
    let found = place ?? first
    for scalar in origins[found]...origins[found + needle.count - 1] { isMarked[scalar] = true }
    return true
  }

  mutating func markLetters(_ needle: Needle) {
    let places = folded.bytes.withUnsafeBufferPointer {
      needle.letterPlaces(in: $0, 0..<$0.count)
    }
    for place in places ?? [] { isMarked[origins[place]] = true }
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
