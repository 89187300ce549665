package import Foundation

/// One model as it was seen for a while, each time the same.
///
/// All dates are those of observations: nobody knows what was between two of them.
package struct ModelVersion: Hashable, Sendable {
  package var model: Model
  package var firstSeen: Date
  package var lastSeen: Date
  /// The first observation that no longer saw it so; nil while it is the latest.
  package var until: Date?

  /// What read the first and the last observation that saw it so.
  package var readers: Readers

  package struct Readers: Hashable, Sendable {
    package var first: ReaderVersion
    package var last: ReaderVersion

    package init(first: ReaderVersion = .current, last: ReaderVersion = .current) {
      self.first = first
      self.last = last
    }
  }

  package init(
    model: Model, firstSeen: Date, lastSeen: Date, until: Date?, readers: Readers = Readers()
  ) {
    self.readers = readers
    self.model = model
    self.firstSeen = firstSeen
    self.lastSeen = lastSeen
    self.until = until
  }
}
