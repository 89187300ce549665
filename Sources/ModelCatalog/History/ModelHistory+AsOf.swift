package import Foundation

extension ModelHistory {
  /// The history as it was known at that time; nil if the model had not been seen yet.
  package func asOf(_ date: Date) -> ModelHistory? {
    let known = versions.filter { $0.firstSeen <= date }.map { version in
      var version = version
      version.lastSeen = min(version.lastSeen, date)
      if let until = version.until, until > date { version.until = nil }
      return version
    }
    return ModelHistory(versions: known, historyBegan: historyBegan)
  }
}
