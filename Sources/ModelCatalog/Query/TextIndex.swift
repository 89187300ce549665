/// The folded text of many models in contiguous UTF-8, for searching words.
///
/// Labels (id, name, author) and descriptions are stored separately: most words of a query are in a
/// label, and ranking only considers labels.
package struct TextIndex: Sendable {
  /// The offsets of one model's labels: id from `id`, slug from `slug` to `name - 1`, and so on.
  struct Label: Sendable {
    var id: UInt32
    var slug: UInt32
    var name: UInt32
    var shortName: UInt32
    var author: UInt32
    var end: UInt32
    /// A bit for each byte in id and name, by its last six bits.
    var letters: UInt64
    /// The letters of slug and short name that count when they are not matched.
    var slugText: UInt128 = 0
    var nameText: UInt128 = 0

    var idRange: Range<Int> { Int(id)..<Int(name) - 1 }
    var slugRange: Range<Int> { Int(slug)..<Int(name) - 1 }
    var nameRange: Range<Int> { Int(name)..<Int(author) - 1 }
    var shortNameRange: Range<Int> { Int(shortName)..<Int(author) - 1 }
    var range: Range<Int> { Int(id)..<Int(end) }
  }

  private(set) var labels: [Label] = []
  private(set) var labelText = FoldedText()
  private(set) var descriptionText = FoldedText()
  /// One more entry than models: each text ends, with a zero byte, where the next begins.
  private(set) var descriptionStarts: [Int] = [0]
  /// Byte frequencies in a sample of the text, to choose the byte to search for.
  private(set) var byteCounts = [Int](repeating: 0, count: 256)
  private var folding = Folding()

  package init() {}

  var count: Int { labels.count }

  package mutating func reserveCapacity(models: Int) {
    labels.reserveCapacity(models)
    descriptionStarts.reserveCapacity(models + 1)
    labelText.reserveCapacity(models * 80)
    descriptionText.reserveCapacity(models * 280)
  }

  mutating func append(_ model: borrowing Model) {
    var (id, name, author) = (model.id, model.name, model.author)
    var description = model.description ?? ""
    id.withUTF8 { id in
      name.withUTF8 { name in
        author.withUTF8 { author in
          description.withUTF8 { append(id: id, name: name, author: author, description: $0) }
        }
      }
    }
  }

  /// Each text as UTF-8.
  package mutating func append(
    id: UnsafeBufferPointer<UInt8>, name: UnsafeBufferPointer<UInt8>,
    author: UnsafeBufferPointer<UInt8>, description: UnsafeBufferPointer<UInt8>
  ) {
    let slugStart = (id.firstIndex(of: UInt8(ascii: "/")) ?? -1) + 1
    let shortStart = Self.shortNameStart(name)
    let idOffset = appendLabel(UnsafeBufferPointer(rebasing: id[..<slugStart]))
    let variantStart = id[slugStart...].firstIndex(of: UInt8(ascii: ":")) ?? id.count
    let slugOffset = appendLabel(UnsafeBufferPointer(rebasing: id[slugStart..<variantStart]))
    let variantOffset = appendLabel(UnsafeBufferPointer(rebasing: id[variantStart...]))
    labelText.end()
    let nameOffset = appendLabel(UnsafeBufferPointer(rebasing: name[..<shortStart]))
    let shortOffset = appendLabel(UnsafeBufferPointer(rebasing: name[shortStart...]))
    labelText.end()
    let authorOffset = appendLabel(author)
    var label = Label(
      id: UInt32(idOffset), slug: UInt32(slugOffset), name: UInt32(nameOffset),
      shortName: UInt32(shortOffset), author: UInt32(authorOffset),
      end: UInt32(labelText.count),
      letters: labelText.bytes[idOffset..<authorOffset].reduce(0) { $0 | Self.bit(of: $1) })
    label.slugText = CountedLetters.bits(label.slugRange, of: labelText, variant: variantOffset)
    label.nameText = CountedLetters.bits(label.shortNameRange, of: labelText)
    labels.append(label)
    labelText.end()
    let descriptionOffset = descriptionText.count
    folding.append(description, to: &descriptionText)
    if labels.count <= 256 {
      for byte in descriptionText.bytes[descriptionOffset...] { byteCounts[Int(byte)] += 1 }
      for byte in labelText.bytes[idOffset...] { byteCounts[Int(byte)] += 1 }
    }
    descriptionText.end()
    descriptionStarts.append(descriptionText.count)
  }

  func needle(for text: String) -> Needle { Needle(Folding.fold(text), counts: byteCounts) }

  static func bit(of byte: UInt8) -> UInt64 { 1 << UInt64(byte & 63) }

  private mutating func appendLabel(_ text: UnsafeBufferPointer<UInt8>) -> Int {
    let index = labelText.count
    folding.append(text, to: &labelText)
    return index
  }

  /// The offset in a name after `Author: `; see ``Model/shortName``.
  private static func shortNameStart(_ name: UnsafeBufferPointer<UInt8>) -> Int {
    var index = 0
    while index + 2 < name.count {
      if name[index] >= 0x80 { return slowShortNameStart(name) }
      if name[index] == UInt8(ascii: ":"), name[index + 1] == UInt8(ascii: " ") {
        return index <= 24 ? index + 2 : 0
      }
      index += 1
    }
    return 0
  }

  private static func slowShortNameStart(_ name: UnsafeBufferPointer<UInt8>) -> Int {
    let name = String(decoding: name, as: UTF8.self)
    let model = Model(id: "", source: .openRouter, name: name, author: "")
    return name.utf8.count - model.shortName.utf8.count
  }
}
