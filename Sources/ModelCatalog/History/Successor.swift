import Foundation

/// Guesses the successor of a removed model.
package enum Successor {
  /// The newer listed model of the same author whose slug shares the longest run of words.
  ///
  /// Ties are resolved by the same tier (`opus`, `mini`), then by the fewest other words, then by
  /// the newest listing date. Nil if only the author, its name in the slug, or the tier matches.
  package static func likely(of removed: Model, among catalog: Catalog) -> Model? {
    guard let created = removed.created else { return nil }
    let wanted = Words(of: removed)
    let ranked = catalog.models.compactMap { model -> (rank: Rank, model: Model)? in
      guard model.isListed, model.source == removed.source, model.author == removed.author,
        model.aliasTarget == nil, let listed = model.created, listed > created
      else { return nil }
      return Rank(Words(of: model), against: wanted, listed: listed).map { ($0, model) }
    }
    // The last tie-breaker is the id.
    return ranked.reversed().max { $0.rank < $1.rank }?.model
  }

  /// The words of a slug without its numbers: `claude sonnet` of `claude-3.5-sonnet`.
  private struct Words {
    var all: [Substring]
    var author: String

    init(of model: Model) {
      author = model.author
      all = model.slug.lowercased().split { !$0.isLetter && !$0.isNumber && $0 != "." }
        .map { $0.prefix(while: \.isLetter) }.filter { !$0.isEmpty }
    }

    var tiers: Set<Substring> { Set(all).intersection(Successor.tiers) }

    /// Whether it contains more than the author's name or a tier: many families have a `pro`.
    func isTelling(_ run: ArraySlice<Substring>) -> Bool {
      let names = run.filter { !Successor.tiers.contains($0) }
      return names.contains { !isAuthor($0) } || !names.isEmpty && names.count < run.count
    }

    /// Whether a word is part of the author's name: `mistral` of `mistralai`.
    func isAuthor(_ word: Substring) -> Bool {
      author == word || author == word + "ai" || author.split(separator: "-").first == word
    }
  }

  private struct Rank: Comparable {
    var run: Int
    var sharedTiers: Int
    var otherWords: Int
    var listed: Date

    /// Nil if the two share nothing that distinguishes a family.
    init?(_ words: Words, against wanted: Words, listed: Date) {
      var longest = ArraySlice<Substring>()
      for start in wanted.all.indices {
        for other in words.all.indices {
          let common = zip(wanted.all[start...], words.all[other...]).prefix { $0 == $1 }.count
          let run = wanted.all[start..<start + common]
          if wanted.isTelling(run), run.count > longest.count { longest = run }
        }
      }
      guard !longest.isEmpty else { return nil }
      run = longest.count
      sharedTiers =
        words.tiers.intersection(wanted.tiers).count
        - words.tiers.symmetricDifference(wanted.tiers).count
      otherWords = Set(words.all).symmetricDifference(wanted.all).count
      self.listed = listed
    }

    static func < (left: Rank, right: Rank) -> Bool {
      (left.run, left.sharedTiers, right.otherWords, left.listed)
        < (right.run, right.sharedTiers, left.otherWords, right.listed)
    }
  }

  /// Words that makers use for the sizes within a family.
  private static let tiers: Set<Substring> = [
    "opus", "sonnet", "haiku", "instant", "pro", "max", "plus", "ultra", "large", "medium",
    "small", "mini", "nano", "tiny", "micro", "lite", "flash", "turbo", "fast", "air", "codex",
    "coder", "vision", "audio", "image", "free", "batch", "thinking",
  ]
}
