import Foundation
import ModelCatalog
import ModelRegistry

/// A command's query, answered from the models of its source.
struct QuerySearch {
  let text: String
  /// Its order may be replaced.
  var query: Query
  let workload: Workload?
  let environment: [String: String]
  /// The columns in which the answer is shown.
  var columns: [Fact] = []

  /// A malformed query is wrong usage.
  ///
  /// So is one about the past that asks about endpoints.
  init(
    _ text: String, workload: Workload?, environment: [String: String], isPast: Bool = false
  ) throws(CommandFailure) {
    self.text = text
    query = try QueryFault.checked(
      text, hasWorkload: workload != nil, noEndpoints: isPast ? Query.noPastEndpoints : nil)
    self.workload = workload
    self.environment = environment
  }

  struct Answer {
    let index: SearchIndex
    let result: SearchResult
    let hints: [QueryHint]
    /// Why the endpoints of some models are not known, or no newer.
    let endpointNotice: String?
  }

  /// Searches the catalogue of now, or of a past moment; the history is read only for a query that
  /// needs it.
  func answer(from modelSource: ModelSource, at moment: Date?) async throws -> Answer {
    let favorites = query.asks(for: [.favorite]) ? Favorites.ids(environment: environment) : []
    var index: SearchIndex
    var context = QueryContext(
      now: moment ?? Date(), favorites: favorites, workload: workload)
    if let moment {
      index = SearchIndex(try await modelSource.catalog(at: moment))
      if query.asks(for: [.changed]) {
        context.changed = try await modelSource.changedOfLate(asOf: moment)
      }
    } else {
      var snapshot = await modelSource.snapshot(now: context.now)
      if query.asks(for: [.changed, .removed]) { snapshot = await modelSource.loadHistory() }
      index = SearchIndex(snapshot.catalog)
      context.changed = snapshot.changedOfLate(now: context.now)
    }
    if let mistake = index.unknownReference(in: text, workload: workload) {
      throw CommandFailure.usage(QueryFault(error: mistake, query: text).description)
    }
    var result = index.search(query, in: context)
    if moment == nil,
      query.hasFreeText && !index.matchesByName(query, result)
        || query.namesUnlisted(in: index.catalog)
    {
      // The words may be the id or name of a removed model.
      index = SearchIndex(await modelSource.loadHistory().catalog)
      result = index.search(query, in: context)
    }
    var notice: String?
    context.showsEndpoints = moment == nil && columns.contains(where: \.needsEndpoint)
    if query.needsEndpoints || context.showsEndpoints {
      let progress = await modelSource.gatherEndpoints(
        for: query, showing: columns, in: index, context)
      context.endpoints = progress.table
      result = index.search(query, in: context)
      notice = progress.notice
    }
    let hints = index.hints(for: text, query, result, in: context)
    return Answer(index: index, result: result, hints: hints, endpointNotice: notice)
  }

  /// The failure of a query that nothing matches, with a hint if a value of it occurs nowhere.
  func nothing(in index: SearchIndex) -> CommandFailure {
    let shown = query.terms.isEmpty ? "" : "“\(query.description)”"
    let hint = index.unknownValueHint(for: text).map {
      ": " + QueryFault(error: $0, query: text).description
    }
    return .nothing("nothing matches \(shown)" + (hint ?? ""))
  }
}

extension QuerySearch.Answer {
  /// What a person should know about how it was found, and what may have been meant.
  var notices: [String] {
    [letterNotice, endpointNotice].compactMap(\.self) + hints.map(\.description)
  }

  private var letterNotice: String? {
    guard !result.fuzzyWords.isEmpty, !result.isEmpty else { return nil }
    let words = result.fuzzyWords.map { "“\($0)”" }.joined(separator: " and ")
    return "\(words) was not found; these models contain its letters in order"
  }
}

extension Query {
  /// Whether a word looks like an OpenRouter id but is not in the catalogue.
  fileprivate func namesUnlisted(in catalog: Catalog) -> Bool {
    terms.contains { term in
      switch term.condition {
      case .word(let word): word.contains("/") && catalog.resolve(word) == nil
      case .phrase, .anyOf, .compare: false
      }
    }
  }
}
