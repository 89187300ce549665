import Foundation
import ModelCatalog

/// A slow, obvious search for free text with ranking, to compare the index with.
///
/// It shares no code with the index: it has its own folding, looks at every place of every word and
/// sorts by comparison. Only one word is ranked; of several, it finds the models.
struct PlainSearch {
  let models: [Model]
  private let texts: [Text]

  private struct Text {
    let id: Line
    let name: Line
    let author: Line
    let description: Line
    /// The folds of the name of the model's family.
    let family: Set<String>
  }

  /// A folded text, and where its words begin.
  private struct Line {
    let letters: [UInt8]
    let starts: Set<Int>
    /// How many of its letters are the author's: those before the slash, or before `: `.
    var authorCount = 0
    /// Where `:batch` or another variant begins.
    var variant: Int?

    init(_ text: String) {
      var letters: [UInt8] = []
      var starts: Set<Int> = []
      var isInWord = false
      for letter in text {
        let folded = PlainSearch.fold(String(letter))
        if !folded.isEmpty, !isInWord { starts.insert(letters.count) }
        letters += folded.utf8
        isInWord = letter.isASCII ? letter.isLetter || letter.isNumber : !folded.isEmpty
      }
      (self.letters, self.starts) = (letters, starts)
    }

    var string: String { String(decoding: letters, as: UTF8.self) }
    var rest: String { String(decoding: letters[authorCount...], as: UTF8.self) }
  }

  init(_ catalog: Catalog) {
    models = catalog.models
    texts = models.map { model in
      var (id, name) = (Line(model.id), Line(model.name))
      id.authorCount = Self.fold(String(model.id.dropLast(model.slug.count))).utf8.count
      name.authorCount = Self.fold(String(model.name.dropLast(model.shortName.count))).utf8.count
      id.variant = model.variant.map { id.letters.count - Self.fold(String($0)).utf8.count }
      let category = catalog.category(of: model.id) ?? .other
      return Text(
        id: id, name: name, author: Line(model.author), description: Line(model.description ?? ""),
        family: ["other", "reasoning"].contains(category.key)
          ? [] : [Self.fold(category.key), Self.fold(category.name)])
    }
  }

  static func fold(_ text: String) -> String {
    let plain = text.decomposedStringWithCompatibilityMapping.lowercased()
    return String(
      String.UnicodeScalarView(
        plain.unicodeScalars.filter { scalar in
          !"-_./:,()[]{}\"'`".unicodeScalars.contains(scalar) && !scalar.properties.isWhitespace
            && ![
              .nonspacingMark, .control, .format, .dashPunctuation, .openPunctuation,
              .closePunctuation, .initialPunctuation, .finalPunctuation,
            ].contains(scalar.properties.generalCategory)
        }))
  }

  /// The ids of the models that contain all the words, best first.
  func search(_ words: [String]) -> [String] {
    let words = words.map(Self.fold)
    let isFuzzy = words.map { word in
      word.count > 3 && !texts.contains { Self.holds($0, word) }
    }
    let found = texts.indices.compactMap { index -> (index: Int, tier: Int, left: Int)? in
      var place: (tier: Int, left: Int) = (0, 0)
      for (word, isFuzzy) in zip(words, isFuzzy) {
        guard let own = isFuzzy ? fuzzyPlace(word, texts[index]) : self.place(word, texts[index])
        else { return nil }
        place = own
      }
      return (index, place.tier, place.left)
    }
    return found.sorted { left, right in
      if left.tier != right.tier { return left.tier < right.tier }
      if left.left != right.left { return left.left < right.left }
      let (first, second) = (models[left.index], models[right.index])
      let (newer, older) = (first.created ?? .distantPast, second.created ?? .distantPast)
      return newer != older ? newer > older : first.id < second.id
    }.map { models[$0.index].id }
  }

  // MARK: - One word in one model

  private static func holds(_ text: Text, _ word: String) -> Bool {
    [text.id, text.name, text.author].contains { !places(of: word, in: $0).isEmpty }
      || !places(of: word, in: text.description, isProse: true).isEmpty
  }

  /// Where a word is: one letter alone, up to three letters not across words.
  private static func places(of word: String, in line: Line, isProse: Bool = false) -> [Int] {
    let letters = Array(word.utf8)
    guard !letters.isEmpty, line.letters.count >= letters.count else { return [] }
    return (0...line.letters.count - letters.count).filter { index in
      guard line.letters[index] == letters[0], line.letters[index...].starts(with: letters)
      else { return false }
      if letters.count == 1 { return isWord(index, in: line) }
      return !isProse && word.count > 3 || line.starts.contains(index) || isNumber(index, in: line)
        || !(index..<index + letters.count).contains(where: line.starts.contains)
    }
  }

  private static func isWord(_ index: Int, in line: Line) -> Bool {
    let endsWord = line.starts.contains(index + 1) || !isPart(letter(index + 1, of: line))
    return endsWord && (line.starts.contains(index) || isNumber(index, in: line))
  }

  /// Whether a number begins after a letter.
  private static func isNumber(_ index: Int, in line: Line) -> Bool {
    let before = letter(index - 1, of: line)
    return letter(index, of: line)?.isNumber == true && before?.isNumber == false && isPart(before)
  }

  private static func letter(_ index: Int, of line: Line) -> Character? {
    line.letters.indices.contains(index) ? Character(Unicode.Scalar(line.letters[index])) : nil
  }

  private static func isPart(_ letter: Character?) -> Bool {
    letter.map { !$0.isASCII || $0.isLetter || $0.isNumber } ?? false
  }

  private func place(_ word: String, _ text: Text) -> (tier: Int, left: Int)? {
    guard Self.holds(text, word) else { return nil }
    let count = word.utf8.count
    var tier = 9
    var left = Int.max
    for line in [text.id, text.name] {
      let places = Self.places(of: word, in: line)
      let beyond = places.filter { $0 + count > line.authorCount }
      if !places.isEmpty { tier = min(tier, 6) }
      if !beyond.isEmpty { tier = min(tier, 5) }
      if beyond.contains(where: line.starts.contains) { tier = min(tier, 3) }
      if beyond.contains(where: { $0 == 0 || $0 == line.authorCount }) { tier = min(tier, 2) }
      guard let best = beyond.first(where: line.starts.contains) ?? beyond.first else { continue }
      left = min(left, Self.left(Set(best..<best + count), line))
    }
    if !Self.places(of: word, in: text.author).isEmpty { tier = min(tier, 6) }
    let nameAuthor = String(
      decoding: text.name.letters.prefix(text.name.authorCount), as: UTF8.self)
    if text.family.union([text.author.string, nameAuthor]).contains(word) { (tier, left) = (1, 0) }
    if [text.id, text.name].contains(where: { $0.string == word || $0.rest == word }) { tier = 0 }
    return (tier, left)
  }

  private func fuzzyPlace(_ word: String, _ text: Text) -> (tier: Int, left: Int)? {
    let lines = [text.id, text.name]
    let inside = lines.map { Self.places(ofLettersOf: word, in: $0, from: $0.authorCount) }
    let isInside = inside.contains { $0 != nil }
    let places =
      isInside ? inside : lines.map { Self.places(ofLettersOf: word, in: $0, from: 0) }
    guard places.contains(where: { $0 != nil }) else { return nil }
    let left = zip(lines, places).compactMap { line, places -> Int? in
      guard let places, places.contains(where: { $0 >= line.authorCount }) else { return nil }
      return Self.left(places, line)
    }.min()
    return (9, left ?? .max)
  }

  /// Each letter as early as possible.
  private static func places(
    ofLettersOf word: String, in line: Line, from start: Int
  ) -> Set<Int>? {
    var places: Set<Int> = []
    var index = start
    for letter in word.utf8 {
      guard let found = line.letters[index...].firstIndex(of: letter) else { return nil }
      places.insert(found)
      index = found + 1
    }
    return places
  }

  /// How many of the letters that count are not covered.
  private static func left(_ covered: Set<Int>, _ line: Line) -> Int {
    let words = line.starts.union([line.authorCount]).sorted() + [line.letters.count]
    return zip(words, words.dropFirst()).reduce(0) { sum, word in
      guard word.0 >= line.authorCount, word.0 < line.variant ?? .max else { return sum }
      let text = String(decoding: line.letters[word.0..<word.1], as: UTF8.self)
      let isVersion = text.count > 1 && text.first == "v" && text.dropFirst().allSatisfy(\.isNumber)
      let tunings = ["preview", "latest", "batch", "free", "beta", "exp", "instruct", "chat", "it"]
      guard !isVersion, !tunings.contains(text) else { return sum }
      return sum
        + (word.0..<word.1).count {
          !covered.contains($0) && !(0x30...0x39).contains(line.letters[$0])
        }
    }
  }
}
