/// How well a word, or all of a query's words, match a model: the best first.
enum MatchTier: UInt8, Comparable, CaseIterable, Sendable {
  /// All words together are the id, the slug or the name.
  case exact
  /// All words together are the author or family of the model.
  case family
  /// All words, side by side in the typed order, begin slug or name.
  case beginning
  /// All words, side by side in the typed order, begin at a word of id or name.
  case sideBySide
  /// At the start of a word of id or name.
  case wordStart
  /// Inside id or name.
  case inside
  case author
  /// All words side by side in the description.
  case phraseInDescription
  case description
  /// Fuzzy: the letters in order in id or name.
  case fuzzy

  static func < (left: MatchTier, right: MatchTier) -> Bool { left.rawValue < right.rawValue }
}

/// A model that matches the words so far.
struct TextHit: Sendable {
  /// The model's index.
  var item: Int
  /// The tier of the word that matches worst.
  var tier: MatchTier = .exact
  /// Whether all words are the id or name as it is written, and not only its fold.
  var isVerbatim = false
  /// The letters of the slug, and of the name without its author, that any word covers; letters
  /// beyond the 128th count as not covered.
  var slugCover: UInt128 = 0
  var nameCover: UInt128 = 0

  mutating func cover(slug: Range<Int>) { slugCover |= Self.bits(slug) }
  mutating func cover(name: Range<Int>) { nameCover |= Self.bits(name) }

  private static func bits(_ range: Range<Int>) -> UInt128 {
    let start = max(0, range.lowerBound)
    guard range.upperBound > start else { return 0 }
    return ((1 << (range.upperBound - start)) &- 1) << start
  }
}
