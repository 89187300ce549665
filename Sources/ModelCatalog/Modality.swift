/// A kind of content that a model accepts or produces, by its upstream name.
///
/// An open set: upstream adds new ones.
package struct Modality: Hashable, Sendable, Comparable, CustomStringConvertible {
  package let name: String

  package init(_ name: String) { self.name = name }

  package static let text = Modality("text")
  package static let image = Modality("image")
  package static let audio = Modality("audio")
  package static let file = Modality("file")
  package static let video = Modality("video")
  package static let speech = Modality("speech")
  package static let transcription = Modality("transcription")
  package static let embeddings = Modality("embeddings")

  package var description: String { name }

  /// Text first, then by name: upstream's own order is not stable.
  package static func < (left: Modality, right: Modality) -> Bool {
    if (left == .text) != (right == .text) { return left == .text }
    return left.name < right.name
  }
}
