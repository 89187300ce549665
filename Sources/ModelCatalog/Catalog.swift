/// All models known at one time, in a stable order, with what is derived from them.
///
/// Equal models make equal catalogues, whatever their order upstream.
package struct Catalog: Sendable {
  /// Core models first, then OpenRouter's; each part by id.
  package let models: [Model]
  /// Parallel to ``models``.
  package let categoryOfModel: [Category]
  /// Parallel to ``models``.
  package let abilitiesOfModel: [Abilities]
  /// The categories with at least one listed model, in display order.
  package let categories: [Category]

  private let indices: [String: Int]
  private let aliases: [String: Int]
  /// The index of the core model by its OpenRouter id.
  private let coreCounterparts: [String: Int]

  package static let empty = Catalog([])

  /// Of models with equal ids, the first is kept.
  package init(_ unordered: [Model]) {
    let models = Self.ordered(unordered)
    self.models = models
    let names = models.withUnsafeBufferPointer(Names.init)
    indices = names.indices
    aliases = names.aliases
    coreCounterparts = names.coreCounterparts
    abilitiesOfModel = models.withUnsafeBufferPointer { models in
      models.indices.map { index in
        var abilities = Abilities(of: models[index])
        let base = models[index].source == .core ? models[index].openRouterID : models[index].id
        let batch = base.flatMap { names.indices["\($0):batch"] }
        if let batch, models[batch].lastListed == nil { abilities.insert(Abilities(.batch)) }
        return abilities
      }
    }
    let assignment = models.withUnsafeBufferPointer(CategoryAssignment.init)
    categories = assignment.categories
    categoryOfModel = assignment.byModel
  }

  /// What models are looked up by.
  private struct Names {
    private(set) var indices: [String: Int]
    private(set) var aliases: [String: Int] = [:]
    private(set) var coreCounterparts: [String: Int] = [:]

    /// A model is large: read in place, not copied.
    init(_ models: UnsafeBufferPointer<Model>) {
      indices = Dictionary(minimumCapacity: models.count)
      for index in models.indices {
        let id = models[index].id
        indices[id] = index
        if let openRouterID = models[index].openRouterID, coreCounterparts[openRouterID] == nil {
          coreCounterparts[openRouterID] = index
        }
        if let slug = models[index].canonicalSlug, slug != id,
          aliases[slug].map({ Catalog.isBetter(models[index], than: models[$0]) }) ?? true
        {
          aliases[slug] = index
        }
        // Names are also looked up in lower case, and a few ids contain capitals.
        guard id.utf8.contains(where: { $0 >= 0x80 || (0x41...0x5A).contains($0) }) else {
          continue
        }
        let lowered = id.lowercased()
        if lowered != id, aliases[lowered] == nil { aliases[lowered] = index }
      }
    }
  }

  /// Without the later ones of equal ids, in the order of ``models``.
  ///
  /// A model is large: indices are sorted, and models read in place, not copied.
  private static func ordered(_ models: [Model]) -> [Model] {
    var seen = Set<String>(minimumCapacity: models.count)
    return models.withUnsafeBufferPointer { models in
      models.indices.filter { seen.insert(models[$0].id).inserted }
        .sorted { left, right in
          models[left].source == models[right].source
            ? models[left].id < models[right].id : models[left].source == .core
        }
        .map { models[$0] }
    }
  }

  /// Whether a canonical slug that two rows share resolves to the first rather than the second.
  ///
  /// A variant shares its slug with the ordinary row, and a removed row with its successor.
  fileprivate static func isBetter(_ model: Model, than other: Model) -> Bool {
    (model.lastListed == nil) == (other.lastListed == nil)
      ? model.variant == nil : model.lastListed == nil
  }

  package subscript(id: Model.ID) -> Model? { indices[id].map { models[$0] } }

  /// The index in ``models`` of the model with exactly this id.
  package func index(of id: Model.ID) -> Int? { indices[id] }

  package func category(of id: Model.ID) -> Category? {
    indices[id].map { categoryOfModel[$0] }
  }

  package func abilities(of id: Model.ID) -> Abilities {
    indices[id].map { abilitiesOfModel[$0] } ?? []
  }

  /// The model that an id, a canonical slug, or an id with a request-time variant resolves to.
  package func resolve(_ name: String) -> Model? {
    if let index = indices[name] ?? aliases[name] { return models[index] }
    let lowered = name.lowercased()
    if lowered != name, let index = indices[lowered] ?? aliases[lowered] { return models[index] }
    guard let colon = lowered.lastIndex(of: ":"),
      Self.requestVariants.contains(String(lowered[lowered.index(after: colon)...]))
    else { return nil }
    return (indices[String(lowered[..<colon])] ?? aliases[String(lowered[..<colon])])
      .map { models[$0] }
  }

  /// Suffixes that OpenRouter accepts on any id without listing a row for them.
  static let requestVariants: Set = ["nitro", "floor", "exacto", "online"]

  /// The same model on the other route: core to OpenRouter and back; nil if it is not listed.
  package func counterpart(of model: Model) -> Model? {
    switch model.source {
    case .core:
      model.openRouterID.flatMap { self[$0] }.flatMap { $0.lastListed == nil ? $0 : nil }
    case .openRouter: coreCounterparts[model.id].map { models[$0] }
    }
  }
}

extension Catalog: Equatable {
  package static func == (left: Catalog, right: Catalog) -> Bool { left.models == right.models }
}
