import Foundation
import ModelCatalog
import Support

@testable import ModelRegistry

/// Observations of made-up models: each a letter for its facts, by id.
struct Sightings {
  static let began = 1_780_000_000.0

  /// The moment of one observation, an hour after the one before.
  static func date(_ number: Int) -> Date {
    Date(timeIntervalSince1970: began + Double(number) * 3600)
  }

  /// A row with facts that the number tells apart: of 0 the plain one.
  static func model(_ id: String, _ state: Int = 0) -> Model {
    var model = Model(
      id: id, source: .openRouter, name: id, author: String(id.prefix { $0 != "/" }))
    model.outputModalities = [.text]
    model.description = "About \(id)."
    model.maxOutput = state == 0 ? nil : state
    return model
  }

  /// A history of its own, long after the observations.
  static func history(in directory: TemporaryDirectory) -> CatalogHistory {
    CatalogHistory(directory: directory.path, now: { date(1_000_000) })
  }
}
