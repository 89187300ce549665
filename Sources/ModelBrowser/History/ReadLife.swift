import ModelCatalog
import ModelRegistry

/// What the history answered about one model.
struct ReadLife: Equatable, Sendable {
  let id: Model.ID
  /// Nil where it never saw the model.
  let result: Result<ModelLife?, HistoryFault>

  var life: ModelLife? { try? result.get() }
}
