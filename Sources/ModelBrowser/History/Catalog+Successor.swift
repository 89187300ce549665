import ModelCatalog

extension Catalog {
  /// What likely took the place of a model that is gone; nil while it is listed.
  func successor(of model: Model) -> Model? {
    model.lastListed == nil ? nil : Successor.likely(of: model, among: self)
  }
}
