extension SearchIndex {
  /// Where the query's free text is in the id and name of one model: for the rows that are seen.
  package func highlights(place: Int, for query: Query) -> Highlights {
    let model = catalog.models[place]
    let item = items[place]
    var (id, name) = (MarkedText(model.id), MarkedText(model.name))
    for term in query.terms where term.isFreeText {
      guard let (word, mayBeLoose) = term.condition.text else { continue }
      let needle = text.needle(word)
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
  private var folded: [UInt8] = []
  /// The scalar that each folded byte comes from.
  private var origins: [Int] = []
  private var isWordStart: [Bool] = []
  private var isMarked: [Bool]

  init(_ text: String) {
    var folding = Folding()
    var isAfterBreak = true
    var count = 0
    for scalar in text.unicodeScalars {
      let bytes = folding.fold(scalar)
      folded += bytes
      for _ in bytes {
        origins.append(count)
        isWordStart.append(isAfterBreak)
      }
      isAfterBreak = Folding.breaks(after: scalar, folded: bytes)
      count += 1
    }
    isMarked = [Bool](repeating: false, count: count)
  }

  /// Marks the first place where a word begins with it, else the first place.
  mutating func mark(_ needle: Needle) -> Bool {
    let found = folded.withUnsafeBufferPointer { folded in
      let first = needle.firstPlace(in: folded, 0..<folded.count)
      var place = first
      while let candidate = place, !isWordStart[candidate] {
        place = needle.firstPlace(in: folded, candidate + 1..<folded.count)
      }
      return place ?? first
    }
    guard let found else { return false }
    for scalar in origins[found]...origins[found + needle.count - 1] { isMarked[scalar] = true }
    return true
  }

  mutating func markLetters(_ needle: Needle) {
    let places = folded.withUnsafeBufferPointer {
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
