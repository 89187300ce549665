/// Reports which models begin and cease to match a query from one catalogue to the next.
///
/// A word that no model contains matches nothing here: fuzzy matching is for interactive use.
package struct QueryWatch: Sendable {
  package let query: Query
  /// Ids of the models that match now, unordered.
  package private(set) var matching: Set<Model.ID> = []
  private var catalog: Catalog?

  package init(_ query: Query) { self.query = query }

  /// Whether a catalogue with OpenRouter models has been received, so that differences are events.
  package var hasBegun: Bool { catalog?.hasOpenRouter ?? false }

  /// The events of the next catalogue, by id: first the models that begin to match.
  ///
  /// There are no events until a catalogue with OpenRouter models has been received, because these
  /// models may only not have been loaded yet. A model that first appears as removed is not an
  /// event either: it was only learnt from the history.
  package mutating func update(to next: Catalog, in context: QueryContext) -> [WatchEvent] {
    update(to: SearchIndex(next), in: context)
  }

  /// Like ``update(to:in:)-(Catalog,_)``, for callers that have an index.
  package mutating func update(to index: SearchIndex, in context: QueryContext) -> [WatchEvent] {
    let next = index.catalog
    let before = matching
    let known = catalog
    matching = matches(in: index, context)
    catalog = next
    guard let known, known.hasOpenRouter else { return [] }
    let began = matching.subtracting(before).sorted().compactMap { id -> WatchEvent? in
      guard let model = next[id] else { return nil }
      let cause = WatchEvent.Cause(from: known[id], to: model)
      guard cause != .removed || known[id] != nil else { return nil }
      return WatchEvent(
        kind: .began, model: model, cause: cause, modelJSON: next.json(of: model))
    }
    let ceased = before.subtracting(matching).sorted().compactMap { id -> WatchEvent? in
      let cause = WatchEvent.Cause(from: known[id], to: next[id])
      let catalog = next[id] == nil ? known : next
      return catalog[id].map { model in
        WatchEvent(
          kind: .ceased, model: model, cause: cause, modelJSON: catalog.json(of: model))
      }
    }
    return began + ceased
  }

  private func matches(in index: SearchIndex, _ context: QueryContext) -> Set<Model.ID> {
    let result = index.search(query, in: context)
    let isFuzzy = query.terms.contains { term in
      term.isFreeText && term.condition.text.map { result.fuzzyWords.contains($0.word) } == true
    }
    guard !isFuzzy else { return [] }
    // A search finds a removed model by its id; a watch must report that it was removed.
    let mayBeGone = query.terms.contains { $0.asks(for: .removed) }
    let models = result.matches.lazy.map { index.catalog.models[$0.index] }
    return Set(models.filter { mayBeGone || $0.lastListed == nil }.map(\.id))
  }
}

extension Catalog {
  fileprivate var hasOpenRouter: Bool { models.last?.source == .openRouter }
}
