package import Foundation

/// One model's facts over a run of observations that all saw the same.
///
/// All dates are those of observations; what happened between two of them is unknown.
package struct ModelVersion: Hashable, Sendable {
  package var model: Model
  package var firstSeen: Date
  package var lastSeen: Date
  /// The first observation that saw something else; nil for the latest version.
  package var until: Date?

  /// The reader versions of its first and its last observation.
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
