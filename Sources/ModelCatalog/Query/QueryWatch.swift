/// Tells which models begin and cease to match a query as one catalogue follows the other.
///
/// A word that is nowhere matches nothing here: letters in order are a help for people who type.
package struct QueryWatch: Sendable {
  package let query: Query
  /// Ids of the models that match now, in no order.
  package private(set) var matching: Set<Model.ID> = []
  private var catalog: Catalog?

  package init(_ query: Query) { self.query = query }

  /// Whether a catalogue with rows of OpenRouter has been taken: what comes now is an event.
  package var hasBegun: Bool { catalog?.hasOpenRouter ?? false }

  /// What the next catalogue brings, in the order of its ids: first the models that begin.
  ///
  /// Nothing is an event until a catalogue with rows of OpenRouter has been taken, since its models
  /// may only not have come yet. Nor is a model that comes as one that is gone already: only what is
  /// known of it is new.
  package mutating func update(to next: Catalog, in context: QueryContext) -> [WatchEvent] {
    update(to: SearchIndex(next), in: context)
  }

  /// As ``take(_:in:)-(Catalog,_)``, for who has an index already.
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
    // A search shows what is gone to whoever types its id; a watch is to tell that it went.
    let mayBeGone = query.terms.contains { $0.asks(for: .removed) }
    let models = result.matches.lazy.map { index.catalog.models[$0.index] }
    return Set(models.filter { mayBeGone || $0.lastListed == nil }.map(\.id))
  }
}

extension Catalog {
  fileprivate var hasOpenRouter: Bool { models.last?.source == .openRouter }
}
