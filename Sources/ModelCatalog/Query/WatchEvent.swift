/// A model that began or ceased to match a watched query.
package struct WatchEvent: Hashable, Sendable {
  package enum Kind: String, Hashable, Sendable {
    case began, ceased
  }

  /// The cause.
  package enum Cause: Hashable, Sendable {
    /// It was not listed before.
    case listed
    /// It is no longer listed.
    case removed
    /// Its facts changed.
    case changed(ModelChange)
    /// None of its facts changed: time has passed (`age<30d`), or the history knows more.
    case time
  }

  package let kind: Kind
  /// Its current facts; for a removed model the last ones.
  package let model: Model
  package let cause: Cause
  /// The model in our own JSON.
  let modelJSON: JSONValue
}

extension WatchEvent.Cause {
  /// Nil for an unknown model.
  init(from old: Model?, to new: Model?) {
    let wasThere = old.map { $0.lastListed == nil } ?? false
    guard let new, new.lastListed == nil else {
      self = .removed
      return
    }
    guard wasThere, let old else {
      self = .listed
      return
    }
    self = ModelChange(from: old, to: new).map(WatchEvent.Cause.changed) ?? .time
  }
}
