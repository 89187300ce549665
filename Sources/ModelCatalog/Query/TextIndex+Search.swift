import Foundation

extension TextIndex {
  /// Keeps the hits that contain a word, and records their tier.
  ///
  /// A word of four letters or more that no shown model contains, whatever the other terms are, is
  /// matched fuzzily if `mayBeLoose`.
  func narrow(
    _ hits: [TextHit], to needle: Needle, mayBeLoose: Bool, isRanked: Bool,
    isShown: (Int) -> Bool = { _ in true }
  ) -> (hits: [TextHit], isFuzzy: Bool) {
    let literal = literalHits(hits, needle, isRanked: isRanked)
    guard literal.isEmpty, mayBeLoose, !needle.isShort,
      hits.count == count || !isAnywhere(needle, isShown)
    else { return (literal, false) }
    return (fuzzyHits(hits, needle), true)
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

  /// The number of counted letters that no word covers, of the slug or the short name, whichever is
  /// smaller; the most where no word covers anything, for then only the author or the description
  /// matches, and neither has a shorter name for it.
  func unmatchedLetters(of hit: TextHit) -> Int {
    if hit.tier == .exact { return hit.isVerbatim ? 0 : 1 }
    if hit.tier == .family { return 0 }
    let label = labels[hit.item]
    var least = Int.max
    if hit.slugCover != 0 { least = (label.slugText & ~hit.slugCover).nonzeroBitCount }
    if hit.nameCover != 0 {
      least = min(least, (label.nameText & ~hit.nameCover).nonzeroBitCount)
    }
    return least
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

  func description(of item: Int) -> Range<Int> {
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

  /// Whether any shown model contains the word.
  private func isAnywhere(_ needle: Needle, _ isShown: (Int) -> Bool) -> Bool {
    // No word contains the zero bytes between texts, so each store is searched as one text, and on
    // after each text that is not shown.
    var start = 0
    while let index = labelText.firstIndex(of: needle, in: start..<labelText.count) {
      let item = Self.last(where: { labels[$0].id <= index }, below: count)
      if isShown(item) { return true }
      start = Int(labels[item].end)
    }
    start = 0
    while let index = descriptionText.firstWordIndex(
      of: needle, in: start..<descriptionText.count)
    {
      let item = Self.last(where: { descriptionStarts[$0] <= index }, below: count)
      if isShown(item) { return true }
      start = descriptionStarts[item + 1]
    }
    return false
  }

  /// The last number below a limit for which a test holds that holds up to somewhere.
  private static func last(where holds: (Int) -> Bool, below limit: Int) -> Int {
    var (low, high) = (0, limit)
    while high - low > 1 {
      let middle = (low + high) / 2
      if holds(middle) { low = middle } else { high = middle }
    }
    return low
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
    var (slugIndices, nameIndices) = (inSlug, inShortName)
    if inSlug == nil, inShortName == nil {
      slugIndices = needle.letterIndices(in: text, label.idRange)
      nameIndices = needle.letterIndices(in: text, label.nameRange)
      if slugIndices == nil, nameIndices == nil { return false }
    }
    for index in slugIndices ?? [] where index >= label.slug {
      let start = index - Int(label.slug)
      hit.cover(slug: start..<start + 1)
    }
    for index in nameIndices ?? [] where index >= label.shortName {
      let start = index - Int(label.shortName)
      hit.cover(name: start..<start + 1)
    }
    hit.tier = .fuzzy
    return true
  }
}
