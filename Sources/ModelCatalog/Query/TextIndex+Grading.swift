extension TextIndex {
  /// Raises the tier of hits that all words together match better than word by word.
  ///
  /// `isInFamily` says of what item the words together are the family.
  func grade(_ hits: inout [TextHit], by words: [Needle], isInFamily: (Int) -> Bool) {
    guard !words.isEmpty else { return }
    let whole = Needle(words.flatMap(\.bytes), counts: byteCounts)
    for index in hits.indices {
      let hit = hits[index]
      if let tier = tier(of: hit, whole, words, isInFamily), tier < hit.tier {
        hits[index].tier = tier
      }
    }
  }

  private func tier(
    of hit: TextHit, _ whole: Needle, _ words: [Needle], _ isInFamily: (Int) -> Bool
  ) -> MatchTier? {
    let label = labels[hit.item]
    if isLabel(of: hit.item, whole.bytes) { return .exact }
    if isAuthor(label, whole.bytes) || isInFamily(hit.item) { return .family }
    if let tier = tierSideBySide(whole, label) { return tier }
    guard words.count > 1 else { return nil }
    if hit.tier == .wordStart {
      return [label.slugRange, label.shortNameRange]
        .compactMap { tierWithNumbersBetween(words, in: $0, label) }.min()
    }
    guard hit.tier == .description,
      descriptionText.firstWordIndex(of: whole, in: description(of: hit.item)) != nil
    else { return nil }
    return .phraseInDescription
  }

  /// Whether a text is the author as the id or the name has it.
  private func isAuthor(_ label: Label, _ text: [UInt8]) -> Bool {
    labelText.isEqual(Int(label.author)..<Int(label.end), to: text)
      || labelText.isEqual(Int(label.name)..<Int(label.shortName), to: text)
  }

  /// Of words that follow each other immediately, from the start of a word to beyond the author.
  private func tierSideBySide(_ whole: Needle, _ label: Label) -> MatchTier? {
    var found: MatchTier?
    var next = labelText.firstIndex(of: whole, in: Int(label.id)..<Int(label.author))
    while let index = next {
      let isName = index >= label.name
      let (start, short) =
        isName
        ? (Int(label.name), Int(label.shortName)) : (Int(label.id), Int(label.slug))
      if labelText.starts[index], index + whole.count > short {
        if index == start || index == short { return .beginning }
        found = .sideBySide
      }
      next = labelText.firstIndex(of: whole, in: index + 1..<Int(label.author))
    }
    return found
  }

  /// Of words that follow each other with nothing but uncounted letters between: `gemini pro` in
  /// `gemini-3.1-pro`.
  ///
  /// A number must follow immediately: `opus 5` is not in `opus-4.5`.
  private func tierWithNumbersBetween(
    _ words: [Needle], in range: Range<Int>, _ label: Label
  ) -> MatchTier? {
    let counted = range.lowerBound == label.slug ? label.slugText : label.nameText
    var next = labelText.firstIndex(of: words[0], in: range)
    while let first = next {
      if labelText.starts[first],
        follow(words.dropFirst(), after: first + words[0].count, in: range, counted)
      {
        return first == range.lowerBound ? .beginning : .sideBySide
      }
      next = labelText.firstIndex(of: words[0], in: first + 1..<range.upperBound)
    }
    return nil
  }

  private func follow(
    _ words: ArraySlice<Needle>, after index: Int, in range: Range<Int>, _ counted: UInt128
  ) -> Bool {
    var index = index
    for word in words {
      let isNumber = word.bytes.allSatisfy(FoldedText.isDigit)
      while index < range.upperBound,
        !(labelText.starts[index] && labelText.has(word.bytes, at: index))
      {
        let offset = index - range.lowerBound
        guard !isNumber, offset >= 128 || counted >> offset & 1 == 0 else { return false }
        index += 1
      }
      guard index + word.count <= range.upperBound else { return false }
      index += word.count
    }
    return true
  }
}
