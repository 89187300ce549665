import Foundation
import ModelCatalog

/// The catalogue as it was at another time.
struct PastCatalog: Equatable, Sendable {
  let date: Date
  let catalog: Catalog
}
