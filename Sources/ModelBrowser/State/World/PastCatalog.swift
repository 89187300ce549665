import Foundation
import ModelCatalog

/// The catalogue of a past date.
struct PastCatalog: Equatable, Sendable {
  let date: Date
  let catalog: Catalog
}
