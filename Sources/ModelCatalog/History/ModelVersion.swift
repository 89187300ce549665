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

  package init(model: Model, firstSeen: Date, lastSeen: Date, until: Date?) {
    self.model = model
    self.firstSeen = firstSeen
    self.lastSeen = lastSeen
    self.until = until
  }
}
