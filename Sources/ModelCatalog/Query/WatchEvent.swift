/// A model that has begun or ceased to match what is watched.
package struct WatchEvent: Hashable, Sendable {
  package enum Kind: String, Hashable, Sendable {
    case began, ceased
  }

  /// What made it so.
  package enum Cause: Hashable, Sendable {
    /// It was not listed before.
    case listed
    /// It is no longer listed.
    case removed
    /// It is another than before.
    case changed(ModelChange)
    /// Nothing of it differs: time has passed (`age<30d`), or what is known of its past is new.
    case time
  }

  package let kind: Kind
  /// As it is now; where it is gone, as it was last.
  package let model: Model
  package let cause: Cause
  /// The model in our own JSON.
  let modelJSON: JSONValue
}

extension WatchEvent.Cause {
  /// Nil stands for a model that is not known.
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
