import ModelCatalog

extension Catalog {
  /// The likely successor of a removed model; nil while it is listed.
  func successor(of model: Model) -> Model? {
    model.lastListed == nil ? nil : Successor.likely(of: model, among: self)
  }
}
