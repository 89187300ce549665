import Foundation

/// Guesses which model follows one that is removed, retired or about to be removed.
package enum Successor {
  /// The newer listed model of the same author whose slug shares the longest run of words.
  ///
  /// Ties are resolved by the same tier (`opus`, `mini`), then by the fewest other words, then by
  /// the newest listing date. Nil if only the author, its name in the slug, or the tier matches.
  /// A model with a last day follows none.
  package static func likely(of leaving: Model, among catalog: Catalog) -> Model? {
    guard let created = leaving.created else { return nil }
    return best(
      for: leaving,
      among: catalog.models.filter {
        $0.source == leaving.source && $0.created ?? created > created
      }
    ) { $0 < $1 }
  }

  /// The newest core model of the same author and tier that shares the longest run of words, else
  /// the newest of the same category; from OpenRouter where the core list has none.
  static func newest(ofFamilyOf retired: Model, among catalog: Catalog) -> Model? {
    for source in Model.Source.allCases {
      let models = catalog.models.filter { $0.source == source && $0.variant == nil }
      if let model = best(for: retired, among: models, isLess: Rank.isOlder) { return model }
      let category = catalog.category(of: retired.id)
      let family = models.filter {
        isPossible($0, for: retired) && catalog.category(of: $0.id) == category
      }
      // The last tie-breaker is the id.
      let newest = family.reversed().max { $0.created ?? .distantPast < $1.created ?? .distantPast }
      if let newest { return newest }
    }
    return nil
  }

  private static func best(
    for leaving: Model, among models: [Model], isLess: (Rank, Rank) -> Bool
  ) -> Model? {
    let wanted = Words(of: leaving)
    let ranked = models.compactMap { model -> (rank: Rank, model: Model)? in
      guard isPossible(model, for: leaving), let listed = model.created else { return nil }
      return Rank(Words(of: model), against: wanted, listed: listed).map { ($0, model) }
    }
    // The last tie-breaker is the id.
    return ranked.reversed().max { isLess($0.rank, $1.rank) }?.model
  }

  private static func isPossible(_ model: Model, for leaving: Model) -> Bool {
    model.isListed && model.author == leaving.author && model.aliasTarget == nil
      && model.expirationDate == nil && model.id != leaving.id
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

    /// The date goes before other words.
    static func isOlder(_ left: Rank, _ right: Rank) -> Bool {
      (left.run, left.sharedTiers, left.listed, right.otherWords)
        < (right.run, right.sharedTiers, right.listed, left.otherWords)
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

extension Catalog {
  /// The likely successor of a model that is removed, retired by its maker, or has a last day; nil
  /// for any other, and if there is none.
  package func successor(of model: Model) -> Model? {
    if model.isRetired { return Successor.newest(ofFamilyOf: model, among: self) }
    guard model.lastListed != nil || model.expirationDate != nil else { return nil }
    return Successor.likely(of: model, among: self)
  }
}
