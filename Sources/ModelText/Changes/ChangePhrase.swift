package import ModelCatalog

/// One changed fact in words, for every front end: pieces of text with their roles.
package struct ChangePhrase: Hashable, Sendable {
  /// The role of a piece of text, for front ends that can colour it.
  package enum Tone: Hashable, Sendable {
    case plain, amount, good, caution, bad, faint
    /// The unit of the amounts before it.
    case unit
  }

  package struct Piece: Hashable, Sendable {
    package let text: String
    package let tone: Tone

    package init(_ text: String, _ tone: Tone = .plain) {
      self.text = text
      self.tone = tone
    }
  }

  package let topic: ChangeTopic
  package let pieces: [Piece]

  package var text: String { pieces.map(\.text).joined() }

  /// The text without `$/M`, for a place that already states this unit.
  package var withoutTokenUnit: ChangePhrase {
    let unit = Piece(" \(PriceUnit.token.symbol)", .unit)
    return ChangePhrase(topic: topic, pieces: pieces.filter { $0 != unit })
  }
}
