import Foundation

extension TextIndex {
  /// Keeps the hits that hold a word, and notes how well.
  ///
  /// A word that is nowhere in the whole index, whatever else is asked, is looked for letter by
  /// letter if that `mayBeLoose`.
  func narrow(
    _ hits: [TextHit], to needle: Needle, mayBeLoose: Bool, isRanked: Bool
  ) -> (hits: [TextHit], isFuzzy: Bool) {
    let literal = literalHits(hits, needle, isRanked: isRanked)
    guard literal.isEmpty, mayBeLoose, !isAnywhere(needle, besides: hits.count) else {
      return (literal, false)
    }
    return (fuzzyHits(hits, needle), true)
  }

  /// Gives the exact matches their standing: those whose id, slug or name is all of the text.
  func promoteExact(_ hits: inout [TextHit], to text: [UInt8]) {
    guard !text.isEmpty else { return }
    for index in hits.indices where isLabel(of: hits[index].item, text) {
      hits[index].tier = .exact
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
    labelText.firstIndex(of: needle, in: labels[item].range) != nil
      || descriptionText.firstWordIndex(of: needle, in: description(of: item)) != nil
  }

  // MARK: - Literally

  private func literalHits(_ hits: [TextHit], _ needle: Needle, isRanked: Bool) -> [TextHit] {
    hits.compactMap { hit in
      let label = labels[hit.item]
      var hit = hit
      if let first = labelText.firstIndex(of: needle, in: label.range) {
        if isRanked { rank(&hit, needle, from: first, label) }
        return hit
      }
      guard descriptionText.firstWordIndex(of: needle, in: description(of: hit.item)) != nil
      else { return nil }
      hit.tier = max(hit.tier, .description)
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
    var best = MatchTier.author
    var inSlug: (index: Int, tier: MatchTier)?
    var inName: (index: Int, tier: MatchTier)?
    var next: Int? = first
    while let index = next, index < label.author {
      let end = index + needle.count
      let isName = index >= label.name
      // The author's part of id and name counts as the author, unless the word goes beyond it.
      if end > (isName ? label.shortName : label.slug) {
        let tier: MatchTier = labelText.starts[index] ? .wordStart : .inside
        best = min(best, tier)
        if isName {
          if inName.map({ tier < $0.tier }) ?? true { inName = (index, tier) }
        } else if inSlug.map({ tier < $0.tier }) ?? true {
          inSlug = (index, tier)
        }
      }
      next = labelText.firstIndex(of: needle, in: index + 1..<Int(label.author))
    }
    hit.tier = max(hit.tier, best)
    if let index = inSlug?.index {
      let start = index - Int(label.slug)
      hit.cover(slug: start..<start + needle.count)
    }
    if let index = inName?.index {
      let start = index - Int(label.shortName)
      hit.cover(name: start..<start + needle.count)
    }
  }

  /// Whether any model holds the word; `searched` of them, perhaps all, are known not to.
  private func isAnywhere(_ needle: Needle, besides searched: Int) -> Bool {
    guard searched < count else { return false }
    // No word goes over the zero bytes between texts, so each store is one text.
    return labelText.firstIndex(of: needle, in: 0..<labelText.count) != nil
      || descriptionText.firstWordIndex(of: needle, in: 0..<descriptionText.count) != nil
  }

  // MARK: - Letters in order

  private func fuzzyHits(_ hits: [TextHit], _ needle: Needle) -> [TextHit] {
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
    let inSlug = needle.letterIndices(in: text, label.slugRange)
    let inShortName = needle.letterIndices(in: text, label.shortNameRange)
    var (slugPlaces, namePlaces) = (inSlug, inShortName)
    if inSlug == nil, inShortName == nil {
      slugPlaces = needle.letterIndices(in: text, label.idRange)
      namePlaces = needle.letterIndices(in: text, label.nameRange)
      if slugPlaces == nil, namePlaces == nil { return false }
    }
    for index in slugPlaces ?? [] where index >= label.slug {
      let start = index - Int(label.slug)
      hit.cover(slug: start..<start + 1)
    }
    for index in namePlaces ?? [] where index >= label.shortName {
      let start = index - Int(label.shortName)
      hit.cover(name: start..<start + 1)
    }
    hit.tier = .fuzzy
    return true
  }
}
