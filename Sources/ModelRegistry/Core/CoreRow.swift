import ModelCatalog

/// One model of the core list: its row in OpenRouter's list, under its maker's own id.
struct CoreRow: Sendable {
  /// The maker's id.
  let id: Model.ID
  /// False for a model that OpenRouter's list of ``CoreModels/factsDate`` does not have.
  let isOnOpenRouter: Bool
  let isRetired: Bool
  /// JSON, as far as it is known; with a name without the author, and a description of our own.
  let row: String

  init(
    _ id: Model.ID, isOnOpenRouter: Bool = true, isRetired: Bool = false, _ row: String
  ) {
    self.id = id
    self.isOnOpenRouter = isOnOpenRouter
    self.isRetired = isRetired
    self.row = row
  }

  /// Nil for what is no row; the tests find such.
  var model: Model? {
    var reader = JSONReader([UInt8](row.utf8))
    var row = OpenRouterRow()
    do throws(JSONReader.Fault) {
      try row.read(from: &reader)
      try reader.end()
      var model = try row.model()
      if isOnOpenRouter { model.openRouterID = model.id }
      model.id = id
      model.source = .core
      model.isRetired = isRetired
      return model
    } catch {
      return nil
    }
  }
}
