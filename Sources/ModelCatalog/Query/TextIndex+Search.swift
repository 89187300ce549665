import Foundation

extension TextIndex {
  /// Keeps the hits that hold a word, and notes how well.
  ///
  /// A word that is nowhere in the whole index, whatever else is asked, is looked for letter by
  /// letter if that `mayBeLoose`.
  func narrow(
    _ hits: [TextHit], to needle: Needle, mayBeLoose: Bool, isRanked: Bool
  ) -> (hits: [TextHit], isLoose: Bool) {
    let literal = literalHits(hits, needle, isRanked: isRanked)
    guard literal.isEmpty, mayBeLoose, !isAnywhere(needle, besides: hits.count) else {
      return (literal, false)
    }
    return (looseHits(hits, needle), true)
  }

  /// Gives the exact matches their standing: those whose id, slug or name is all of the text.
  func promoteExact(_ hits: inout [TextHit], to text: [UInt8]) {
    guard !text.isEmpty else { return }
    for place in hits.indices where isLabel(of: hits[place].item, text) {
      hits[place].standing = .exact
    }
  }

  /// Whether id, slug, name or short name fold to just that.
  func isLabel(of item: Int, _ text: [UInt8]) -> Bool {
    let label = labels[item]
    return [label.slugRange, label.shortNameRange, label.idRange, label.nameRange].contains {
      labelText.isEqual($0, to: text)
    }
  }

  func isID(of item: Int, _ text: [UInt8]) -> Bool {
    labelText.isEqual(labels[item].idRange, to: text)
  }

  /// Letters of the slug, or of the short name if fewer, that no word covers.
  func unmatchedLetters(of hit: TextHit) -> Int {
    let label = labels[hit.item]
    return min(
      label.slugRange.count - hit.slugCover.nonzeroBitCount,
      label.shortNameRange.count - hit.nameCover.nonzeroBitCount)
  }

  /// Whether the word is anywhere in the model's text.
  func holds(_ needle: Needle, in item: Int) -> Bool {
    labelText.firstPlace(of: needle, in: labels[item].range) != nil
      || descriptionText.firstWordPlace(of: needle, in: description(of: item)) != nil
  }

  // MARK: - Literally

  private func literalHits(_ hits: [TextHit], _ needle: Needle, isRanked: Bool) -> [TextHit] {
    hits.compactMap { hit in
      let label = labels[hit.item]
      var hit = hit
      if let first = labelText.firstPlace(of: needle, in: label.range) {
        if isRanked { rank(&hit, needle, from: first, label) }
        return hit
      }
      guard descriptionText.firstWordPlace(of: needle, in: description(of: hit.item)) != nil
      else { return nil }
      hit.standing = max(hit.standing, .description)
      return hit
    }
  }

  private func description(of item: Int) -> Range<Int> {
    descriptionStarts[item]..<descriptionStarts[item + 1] - 1
  }

  /// Looks at every place of the word in the labels for the best standing, and covers the best
  /// place in the slug and in the name.
  private func rank(
    _ hit: inout TextHit, _ needle: Needle, from first: Int, _ label: Label
  ) {
    var best = Standing.author
    var inSlug: (place: Int, standing: Standing)?
    var inName: (place: Int, standing: Standing)?
    var next: Int? = first
    while let place = next, place < label.author {
      let end = place + needle.count
      let isName = place >= label.name
      // The author's part of id and name counts as the author, unless the word goes beyond it.
      if end > (isName ? label.shortName : label.slug) {
        let standing: Standing = labelText.starts[place] ? .wordStart : .inside
        best = min(best, standing)
        if isName {
          if inName.map({ standing < $0.standing }) ?? true { inName = (place, standing) }
        } else if inSlug.map({ standing < $0.standing }) ?? true {
          inSlug = (place, standing)
        }
      }
      next = labelText.firstPlace(of: needle, in: place + 1..<Int(label.author))
    }
    hit.standing = max(hit.standing, best)
    if let place = inSlug?.place {
      let start = place - Int(label.slug)
      hit.cover(slug: start..<start + needle.count)
    }
    if let place = inName?.place {
      let start = place - Int(label.shortName)
      hit.cover(name: start..<start + needle.count)
    }
  }

  /// Whether any model holds the word; `searched` of them, perhaps all, are known not to.
  private func isAnywhere(_ needle: Needle, besides searched: Int) -> Bool {
    guard searched < count else { return false }
    // No word goes over the zero bytes between texts, so each store is one text.
    return labelText.firstPlace(of: needle, in: 0..<labelText.count) != nil
      || descriptionText.firstWordPlace(of: needle, in: 0..<descriptionText.count) != nil
  }

  // MARK: - Letters in order

  private func looseHits(_ hits: [TextHit], _ needle: Needle) -> [TextHit] {
    let letters = needle.bytes.reduce(into: UInt64(0)) { $0 |= Self.bit(of: $1) }
    return labelText.bytes.withUnsafeBufferPointer { text in
      hits.compactMap { hit in
        let label = labels[hit.item]
        guard label.letters & letters == letters else { return nil }
        var hit = hit
        return coverLoosely(&hit, needle, in: text, label) ? hit : nil
      }
    }
  }

  /// In the slug and the short name if they hold all the letters, else in whole id and name.
  private func coverLoosely(
    _ hit: inout TextHit, _ needle: Needle, in text: UnsafeBufferPointer<UInt8>, _ label: Label
  ) -> Bool {
    let inSlug = needle.letterPlaces(in: text, label.slugRange)
    let inShortName = needle.letterPlaces(in: text, label.shortNameRange)
    var (slugPlaces, namePlaces) = (inSlug, inShortName)
    if inSlug == nil, inShortName == nil {
      slugPlaces = needle.letterPlaces(in: text, label.idRange)
      namePlaces = needle.letterPlaces(in: text, label.nameRange)
      if slugPlaces == nil, namePlaces == nil { return false }
    }
    for place in slugPlaces ?? [] where place >= label.slug {
      let start = place - Int(label.slug)
      hit.cover(slug: start..<start + 1)
    }
    for place in namePlaces ?? [] where place >= label.shortName {
      let start = place - Int(label.shortName)
      hit.cover(name: start..<start + 1)
    }
    hit.standing = .loose
    return true
  }
}
