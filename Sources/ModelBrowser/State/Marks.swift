import ModelCatalog

/// The models that a person has marked, in the order of marking.
///
/// They are kept by id, so that news moves and loses none.
struct Marks: Equatable, Sendable {
  private(set) var ids: [Model.ID] = []

  var isEmpty: Bool { ids.isEmpty }

  /// From 1; nil for a model that is not marked.
  func number(of id: Model.ID) -> Int? { ids.firstIndex(of: id).map { $0 + 1 } }

  /// Marks a model, or takes its mark away.
  mutating func toggle(_ id: Model.ID) {
    if let index = ids.firstIndex(of: id) { ids.remove(at: index) } else { ids.append(id) }
  }

  mutating func remove(_ id: Model.ID) { ids.removeAll { $0 == id } }

  mutating func removeAll() { ids = [] }
}
