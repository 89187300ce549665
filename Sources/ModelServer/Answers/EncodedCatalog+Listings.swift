import ModelCatalog
import NIOCore

/// The listings that can be requested.
enum Listing: CaseIterable, Sendable {
  case all, frontend, core, openRouter, categories
}

extension EncodedCatalog {
  /// Writes the `data` of a listing.
  func append(_ listing: Listing, to data: inout ByteBuffer) {
    switch listing {
    case .all: append(core: core, openRouter: openRouter, to: &data)
    case .core: append(map: core, to: &data)
    case .openRouter: append(map: openRouter, to: &data)
    case .categories: appendCategories(to: &data)
    case .frontend: appendFrontend(to: &data)
    }
  }

  /// Writes the `data` of a search; `ranked` are the indices of the matches, the best first.
  func append(search ranked: [Int], to data: inout ByteBuffer) {
    let core = ranked.filter { catalog.models[$0].source == .core }
    let openRouter = ranked.filter { catalog.models[$0].source == .openRouter }
    append(core: core, openRouter: openRouter, results: ranked, to: &data)
  }

  /// The `data` of a search about endpoints: each model as the endpoint of its match serves it.
  func data(ofServed matches: [SearchMatch]) -> [UInt8] {
    let models = matches.map { match in
      let model = catalog.models[match.index]
      let json = catalog.json(of: model, workload: workload, endpoint: match.endpoint)
      return (model: model, member: JSONValue.Member(model.id, json))
    }
    let core = models.filter { $0.model.source == .core }.map(\.member)
    let openRouter = models.filter { $0.model.source == .openRouter }.map(\.member)
    let data: JSONValue = [
      "core": .object(core), "openrouter": .object(openRouter),
      "combined": .object(core + openRouter), "results": .list(models.map(\.member.value)),
    ]
    return Array(data.encoded())
  }

  /// Model indices by category, in display order.
  private var byCategory: [(category: Category, indices: [Int])] {
    let indices = Dictionary(grouping: listed) { catalog.categoryOfModel[$0] }
    return catalog.categories.compactMap { category in
      indices[category].map { (category, $0) }
    }
  }

  /// Each model twice, and the results once more if there are any.
  private func append(
    core: [Int], openRouter: [Int], results: [Int]? = nil, to data: inout ByteBuffer
  ) {
    data.writeStaticString(#"{"core":"#)
    append(map: core, to: &data)
    data.writeStaticString(#","openrouter":"#)
    append(map: openRouter, to: &data)
    data.writeStaticString(#","combined":"#)
    append(map: core + openRouter, to: &data)
    if let results {
      data.writeStaticString(#","results":"#)
      append(list: results, to: &data)
    }
    data.writeInteger(UInt8(ascii: "}"))
  }

  private func appendCategories(to data: inout ByteBuffer) {
    data.writeInteger(UInt8(ascii: "{"))
    for (count, (category, indices)) in byCategory.enumerated() {
      if count > 0 { data.writeInteger(UInt8(ascii: ",")) }
      data.writeBytes(JSONValue.text(category.key).encoded())
      data.writeInteger(UInt8(ascii: ":"))
      append(map: indices, to: &data)
    }
    data.writeInteger(UInt8(ascii: "}"))
  }

  private func appendFrontend(to data: inout ByteBuffer) {
    let groups = byCategory.map { category, indices in
      JSONValue.Member(
        category.key,
        [
          "name": .text("\(category.name) Models"),
          "models": JSONValue(indices.map { catalog.models[$0].id }),
        ])
    }
    data.writeStaticString(#"{"categories":"#)
    data.writeBytes(JSONValue.object(groups).encoded())
    data.writeStaticString(#","models":"#)
    append(map: listed, to: &data)
    data.writeInteger(UInt8(ascii: "}"))
  }
}
