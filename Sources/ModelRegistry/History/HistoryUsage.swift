package import Foundation
package import ModelCatalog

/// How much of its limits a history uses.
package struct HistoryUsage: Hashable, Sendable {
  package var bytes: Int
  package var observations: Int
  /// The first observation; nil if there is none.
  package var began: Date?
  package var limits: HistoryLimits

  package var json: JSONValue {
    [
      "observations": .integer(observations), "began": JSONValue(began),
      "bytes": .integer(bytes), "maxBytes": .integer(limits.bytes),
      "maxObservations": .integer(limits.observations),
      "maxRemovedModels": .integer(limits.removed),
    ]
  }
}

extension CatalogHistory {
  package func usage() async throws(HistoryFault) -> HistoryUsage {
    let range = try await dateRange()
    let limits = limits
    let bytes = try await read { try HistoryThinner($0, limits: limits).size() }
    return HistoryUsage(
      bytes: bytes, observations: range?.observations ?? 0, began: range?.first, limits: limits)
  }
}
