import Foundation

extension TextIndex {
  /// Keeps the hits that contain a word, and records their tier.
  ///
  /// A word that no model of the index contains, whatever the other terms are, is matched fuzzily
  /// if `mayBeLoose`.
  func narrow(
    _ hits: [TextHit], to needle: Needle, mayBeLoose: Bool, isRanked: Bool
  ) -> (hits: [TextHit], isFuzzy: Bool) {
    let literal = literalHits(hits, needle, isRanked: isRanked)
    guard literal.isEmpty, mayBeLoose, !isAnywhere(needle, excluding: hits.count) else {
      return (literal, false)
    }
    return (fuzzyHits(hits, needle), true)
  }

  /// Sets the tier of exact matches: those whose id, slug or name is the whole text.
  func promoteExact(_ hits: inout [TextHit], to text: [UInt8]) {
    guard !text.isEmpty else { return }
    for index in hits.indices where isLabel(of: hits[index].item, text) {
      hits[index].tier = .exact
    }
  }

  /// Whether id, slug, name or short name fold to exactly that.
  func isLabel(of item: Int, _ text: [UInt8]) -> Bool {
    let label = labels[item]
    return [label.slugRange, label.shortNameRange, label.idRange, label.nameRange].contains {
      labelText.isEqual($0, to: text)
    }
  }

  func isID(of item: Int, _ text: [UInt8]) -> Bool {
    labelText.isEqual(labels[item].idRange, to: text)
  }

  /// The number of letters that no word covers, of the slug or the short name, whichever is
  /// smaller.
  func unmatchedLetters(of hit: TextHit) -> Int {
    let label = labels[hit.item]
    return min(
      label.slugRange.count - hit.slugCover.nonzeroBitCount,
      label.shortNameRange.count - hit.nameCover.nonzeroBitCount)
  }

  /// Whether the model's text contains the word.
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

  /// Finds the best tier among all occurrences of the word in the labels, and marks the best
  /// occurrence in the slug and in the name as covered.
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
      // A match within the author's part of id or name has the author tier, unless it extends
      // beyond that part.
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

  /// Whether any model contains the word; the `searched` models are known not to.
  private func isAnywhere(_ needle: Needle, excluding searched: Int) -> Bool {
    guard searched < count else { return false }
    // No word contains the zero bytes between texts, so each store is searched as one text.
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

  /// In the slug and the short name if they contain all the letters, else in the whole id and name.
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
