import ArgumentParser
import ModelCatalog
import ModelRegistry

/// The option that begins a listing with a view that the browser keeps.
struct ViewOption: ParsableArguments, Sendable {
  @Option(
    help: ArgumentHelp(
      "A view that the browser keeps (b): its query, order, columns and rows; a query narrows it.",
      valueName: "name"))
  var view: String?

  /// The view that is named; nil for none.
  func kept(environment: [String: String]) throws(CommandFailure) -> KeptView? {
    guard let view else { return nil }
    let views = Self.all(environment: environment)
    if let kept = views[view] { return kept }
    guard !views.all.isEmpty else {
      throw .usage("--view: there is no view “\(view)”, nor another; b in the browser keeps one")
    }
    let nearest = EditDistance.nearest(to: view, among: views.names)
    let hint = nearest.map { "; did you mean “\($0)”?" } ?? ""
    let names = views.names.map { "“\($0)”" }.joined(separator: ", ")
    throw .usage("--view: there is no view “\(view)”\(hint) (kept: \(names))")
  }

  static func all(environment: [String: String]) -> KeptViews {
    StateFile.decode(Kept.self, environment: environment)?.views ?? KeptViews()
  }

  /// The part of the browser's state file that is needed here.
  private struct Kept: Decodable {
    var views: KeptViews
  }
}

extension KeptView {
  /// Its query and another text as one, which leaves out what the view does not show.
  ///
  /// A query that can no longer be read is wrong usage.
  func query(
    with text: String, hasWorkload: Bool, isPast: Bool
  ) throws(CommandFailure) -> String {
    do throws(QueryError) {
      _ = try Query.parse(
        query, hasWorkload: hasWorkload, noEndpoints: isPast ? Query.noPastEndpoints : nil)
    } catch {
      throw .usage("--view: the view “\(name)”: \(QueryFault(error: error, query: query))")
    }
    return [query, text, showsOpenRouter ? "" : "source:core"].filter { !$0.isEmpty }
      .joined(separator: " ")
  }

  /// The order of its rows, as far as it is possible in this run.
  func order(hasWorkload: Bool, isPast: Bool) -> QueryOrder? {
    guard let order = sort.flatMap({ QueryOrder($0) }) else { return nil }
    guard case .fact(let fact) = order.key else { return order }
    let isPossible = (hasWorkload || !fact.needsWorkload) && !(isPast && fact.needsEndpoint)
    return isPossible ? order : nil
  }

  /// Its columns that there are; nil for none.
  var facts: [Fact]? {
    let facts = columns?.compactMap { FactTable[$0] } ?? []
    return facts.isEmpty ? nil : facts
  }
}
