package import Foundation

/// How many tokens a text may have, estimated by one pass over it that counts classes of characters.
package struct TokenEstimate: Hashable, Sendable {
  /// In the order of ``TextClass``.
  private var counts = [Int](repeating: 0, count: TextClass.allCases.count)
  private var run = Run()
  private var marks = 0
  private var blanks = 0

  package init() {}

  /// Adds a text in UTF-8; what is none counts as what a tokenizer sees, a replacement character.
  package mutating func add(_ text: Data) {
    text.withUnsafeBytes { add($0.bindMemory(to: UInt8.self)) }
  }

  /// The fewest and the most tokens that the text may have for a tokenizer.
  package func tokens(for family: TokenizerFamily) -> ClosedRange<Int> {
    let estimate = mean(for: family)
    let margin = 1 + margin(for: family)
    return Int((estimate / margin).rounded(.down))...Int((estimate * margin).rounded(.up))
  }

  /// The likeliest number of tokens.
  package func likely(for family: TokenizerFamily) -> Int { Int(mean(for: family).rounded()) }

  /// Tokens for one of GPT's.
  func factor(for family: TokenizerFamily) -> Decimal {
    let (own, gpt) = (likely(for: family), likely(for: .gpt))
    return own == gpt ? 1 : (Decimal(own * 1000) / Decimal(gpt)).movingPoint(by: -3)
  }

  private func mean(for family: TokenizerFamily) -> Double {
    let weights = family.weights ?? TokenizerFamily.gpt.weights ?? []
    return zip(counts, weights).reduce(0) { $0 + Double($1.0) * $1.1 } / 100
  }

  /// By how much the tokens may be more, or fewer, by what most of the text is.
  private func margin(for family: TokenizerFamily) -> Double {
    func count(_ classes: TextClass...) -> Int { classes.reduce(0) { $0 + counts[$1.rawValue] } }
    let latin = count(.word) * 5
    let foreign = count(.cyrillic, .greek, .arabic, .han, .kana, .hangul)
    let own =
      if count(.otherLetter) * 10 > latin { 1.0 } else if count(.accent) * 100 > latin {
        0.6
      } else if count(.dense, .digit) * 4 > latin { 0.45 } else if foreign * 4 > latin {
        0.35
      } else { 0.25 }
    return family.weights == nil ? max(own + 0.1, 0.35) : own
  }
}

extension TokenEstimate {
  /// Letters and digits without anything between them.
  private struct Run: Hashable {
    var length = 0
    var hasLetter = false
    var hasDigit = false
    /// In the order of ``TextClass``, as far as they are of words and digits.
    var words = 0, longLetters = 0, capitals = 0, accents = 0, digitRuns = 0, digits = 0
    /// Letters, or digits, since the last of the other kind.
    var letters = 0
    var isDigits = false

    mutating func addLetter(isCapital: Bool = false, isAccent: Bool = false) {
      if length == 0 || isDigits { (letters, words, isDigits) = (0, words + 1, false) }
      length += 1
      letters += 1
      if letters > 6 { longLetters += 1 }
      if isCapital { capitals += 1 }
      if isAccent { accents += 1 } else { hasLetter = true }
    }

    mutating func addDigit() {
      if length == 0 || !isDigits { (digitRuns, isDigits) = (digitRuns + 1, true) }
      length += 1
      digits += 1
      hasDigit = true
    }
  }

  private mutating func add(_ text: UnsafeBufferPointer<UInt8>) {
    var position = 0
    while position < text.count {
      let byte = text[position]
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"): add { $0.addLetter() }
      case UInt8(ascii: "A")...UInt8(ascii: "Z"): add { $0.addLetter(isCapital: true) }
      case UInt8(ascii: "0")...UInt8(ascii: "9"): add { $0.addDigit() }
      case UInt8(ascii: "\n"):
        endRuns()
        self[.lineBreak] += 1
      case 0..<0x21, 0x7F:
        endRun()
        endMarks()
        blanks += 1
      case 0x80...:
        let end = text[position...].firstIndex { $0 < 0x80 } ?? text.count
        for scalar in String(decoding: text[position..<end], as: UTF8.self).unicodeScalars {
          add(scalar)
        }
        position = end - 1
      default:
        endRun()
        endBlanks()
        marks += 1
      }
      position += 1
    }
    endRuns()
  }

  private mutating func add(_ scalar: Unicode.Scalar) {
    let kind = TextClass(scalar)
    guard kind != .accent else {
      add { $0.addLetter(isAccent: true) }
      return
    }
    endRuns()
    self[kind] += 1
  }

  private mutating func add(_ change: (inout Run) -> Void) {
    endMarks()
    endBlanks()
    change(&run)
  }

  private mutating func endRuns() {
    endRun()
    endMarks()
    endBlanks()
  }

  private mutating func endRun() {
    guard run.length > 0 else { return }
    if run.length >= 16, run.hasLetter, run.hasDigit {
      self[.dense] += run.length
    } else {
      self[.word] += run.words
      self[.longLetter] += run.longLetters
      self[.capital] += run.capitals
      self[.accent] += run.accents
      self[.digitRun] += run.digitRuns
      self[.digit] += run.digits
    }
    run = Run()
  }

  private mutating func endMarks() {
    guard marks > 0 else { return }
    self[.markRun] += 1
    self[.mark] += marks
    marks = 0
  }

  private mutating func endBlanks() {
    if blanks > 1 { self[.blanks] += 1 }
    blanks = 0
  }

  private subscript(kind: TextClass) -> Int {
    get { counts[kind.rawValue] }
    set { counts[kind.rawValue] = newValue }
  }
}
