import Foundation
import ModelCatalog

/// A slow, obvious search for free text with ranking, to compare the index with.
///
/// It shares no code with the index: it has its own folding, searches whole strings and sorts by
/// comparison.
struct PlainSearch {
  let models: [Model]
  private let texts: [Text]

  struct Text {
    let id: String
    let slug: String
    let name: String
    let shortName: String
    let author: String
    let description: String
    /// The fold of slug and short name from each of their words to the end.
    let beginnings: [String]
    /// The same for the whole id and name.
    let wholeBeginnings: [String]
    /// The offsets in the description's UTF-8 at which words begin.
    let starts: Set<Int>

    /// A match in the description must be within one word or begin at the start of one.
    func holds(_ word: String) -> Bool {
      if id.contains(word) || name.contains(word) || author.contains(word) { return true }
      guard description.contains(word) else { return false }
      let (text, letters) = (Array(description.utf8), Array(word.utf8))
      return (0...text.count - letters.count).contains { index in
        (starts.contains(index)
          || !(index..<index + letters.count).contains(where: starts.contains))
          && text[index] == letters[0] && text[index...].starts(with: letters)
      }
    }
  }

  init(_ catalog: Catalog) {
    models = catalog.models
    texts = models.map { model in
      let (slug, shortName) = (String(model.slug), String(model.shortName))
      return Text(
        id: Self.fold(model.id), slug: Self.fold(slug), name: Self.fold(model.name),
        shortName: Self.fold(shortName), author: Self.fold(model.author),
        description: Self.fold(model.description ?? ""),
        beginnings: Self.beginnings(slug) + Self.beginnings(shortName),
        wholeBeginnings: Self.beginnings(model.id) + Self.beginnings(model.name),
        starts: Self.starts(model.description ?? ""))
    }
  }

  static func fold(_ text: String) -> String {
    let plain = text.decomposedStringWithCompatibilityMapping.lowercased()
    return String(
      String.UnicodeScalarView(
        plain.unicodeScalars.filter { scalar in
          !"-_./:".unicodeScalars.contains(scalar) && !scalar.properties.isWhitespace
            && ![.nonspacingMark, .control, .format, .dashPunctuation].contains(
              scalar.properties.generalCategory)
        }))
  }

  private static func starts(_ text: String) -> Set<Int> {
    var starts: Set<Int> = []
    var count = 0
    var isInWord = false
    for letter in text {
      let folded = fold(String(letter))
      if !folded.isEmpty, !isInWord { starts.insert(count) }
      count += folded.utf8.count
      isInWord = letter.isASCII ? letter.isLetter || letter.isNumber : !folded.isEmpty
    }
    return starts
  }

  /// The fold of the text from each of its words to the end.
  private static func beginnings(_ text: String) -> [String] {
    var found: [String] = []
    var isInWord = false
    for index in text.indices {
      let isLetter = text[index].isLetter || text[index].isNumber
      // Punctuation after a space begins a word too.
      let isKept = !fold(String(text[index])).isEmpty
      if isKept, !isInWord { found.append(fold(String(text[index...]))) }
      isInWord = isLetter
    }
    return found
  }

  static func hasInOrder(_ letters: String, _ text: String) -> Bool {
    var left = letters[...]
    for letter in text where letter == left.first { left = left.dropFirst() }
    return left.isEmpty
  }

  /// The ids of the models that contain all the words, best first.
  func search(_ words: [String]) -> [String] {
    let words = words.map(Self.fold)
    let isFuzzy = words.map { word in !texts.contains { $0.holds(word) } }
    let found = texts.indices.compactMap { index -> (index: Int, tier: Int, left: Int)? in
      var tier = 0
      for (word, isFuzzy) in zip(words, isFuzzy) {
        guard let own = self.tier(word, isFuzzy: isFuzzy, texts[index]) else { return nil }
        tier = max(tier, own)
      }
      let text = texts[index]
      let whole = words.joined()
      if [text.id, text.slug, text.name, text.shortName].contains(whole) { tier = 0 }
      return (index, tier, words.count == 1 ? left(words[0], isFuzzy[0], text) : 0)
    }
    return found.sorted { left, right in
      if left.tier != right.tier { return left.tier < right.tier }
      if left.left != right.left { return left.left < right.left }
      let (first, second) = (models[left.index], models[right.index])
      let (newer, older) = (first.created ?? .distantPast, second.created ?? .distantPast)
      return newer != older ? newer > older : first.id < second.id
    }.map { models[$0.index].id }
  }

  private func tier(_ word: String, isFuzzy: Bool, _ text: Text) -> Int? {
    if isFuzzy {
      return Self.hasInOrder(word, text.id) || Self.hasInOrder(word, text.name) ? 5 : nil
    }
    guard text.holds(word) else { return nil }
    if text.beginnings.contains(where: { $0.hasPrefix(word) }) { return 1 }
    // A match that begins at a word of the author and extends beyond it.
    let beyond = zip([text.id, text.name], [text.slug, text.shortName]).contains { whole, rest in
      text.wholeBeginnings.contains {
        $0.hasPrefix(word) && whole.hasSuffix($0) && word.count > $0.count - rest.count
      }
    }
    if beyond { return 1 }
    if text.slug.contains(word) || text.shortName.contains(word) { return 2 }
    let author = [text.id.dropLast(text.slug.count), text.name.dropLast(text.shortName.count)]
    let inAuthor = ([text.author[...]] + author).contains { $0.contains(word) }
    if text.id.contains(word) || text.name.contains(word) { return inAuthor ? 3 : 2 }
    return inAuthor ? 3 : 4
  }

  /// The number of letters that one word leaves unmatched in slug or short name, whichever is
  /// smaller.
  private func left(_ word: String, _ isFuzzy: Bool, _ text: Text) -> Int {
    let labels = [(text.id, text.slug), (text.name, text.shortName)]
    let isInside = labels.contains { isFuzzy && Self.hasInOrder(word, $0.1) }
    return labels.map { whole, rest in
      let author = whole.dropLast(rest.count)
      let covered =
        if isFuzzy {
          isInside
            ? (Self.hasInOrder(word, rest) ? word.count : 0)
            : Self.lettersBeyond(author.count, word, in: whole)
        } else if rest.contains(word) {
          word.count
        } else {
          // The longest suffix of the word that extends from the author into the rest.
          (0..<word.count).last { count in
            rest.hasPrefix(word.suffix(count)) && author.hasSuffix(word.dropLast(count))
          } ?? 0
        }
      return rest.count - covered
    }.min() ?? 0
  }

  /// How many of the letters, each matched as early as possible, are beyond a range of the text.
  private static func lettersBeyond(_ count: Int, _ letters: String, in text: String) -> Int {
    guard hasInOrder(letters, text) else { return 0 }
    var left = letters[...]
    var beyond = 0
    for (index, letter) in text.enumerated() where letter == left.first {
      left = left.dropFirst()
      if index >= count { beyond += 1 }
    }
    return beyond
  }
}
