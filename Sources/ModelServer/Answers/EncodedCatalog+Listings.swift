import ModelCatalog

/// The listings that can be requested.
enum Listing: CaseIterable, Sendable {
  case all, frontend, core, openRouter, categories
}

extension EncodedCatalog {
  /// The `data` of a listing.
  func data(of listing: Listing) -> [UInt8] {
    switch listing {
    case .all: sources(core: core, openRouter: openRouter)
    case .core: map(core)
    case .openRouter: map(openRouter)
    case .categories: categories
    case .frontend: frontend
    }
  }

  /// The `data` of a search; `ranked` are the indices of the matches, the best first.
  func data(ofSearch ranked: [Int]) -> [UInt8] {
    let core = ranked.filter { catalog.models[$0].source == .core }
    let openRouter = ranked.filter { catalog.models[$0].source == .openRouter }
    var data = sources(core: core, openRouter: openRouter, reserving: size(of: ranked))
    data.removeLast()
    data += #","results":"#.utf8
    append(list: ranked, to: &data)
    data.append(UInt8(ascii: "}"))
    return data
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

  private func map(_ indices: [Int]) -> [UInt8] {
    var data: [UInt8] = []
    data.reserveCapacity(size(of: indices) + 16)
    append(map: indices, to: &data)
    return data
  }

  private func sources(core: [Int], openRouter: [Int], reserving more: Int = 0) -> [UInt8] {
    var data: [UInt8] = []
    data.reserveCapacity(2 * size(of: core + openRouter) + more + 64)
    data += #"{"core":"#.utf8
    append(map: core, to: &data)
    data += #","openrouter":"#.utf8
    append(map: openRouter, to: &data)
    data += #","combined":"#.utf8
    append(map: core + openRouter, to: &data)
    data.append(UInt8(ascii: "}"))
    return data
  }

  private var categories: [UInt8] {
    var data = [UInt8(ascii: "{")]
    for (category, indices) in byCategory {
      if data.count > 1 { data.append(UInt8(ascii: ",")) }
      JSONValue.text(category.key).append(to: &data, .compact)
      data.append(UInt8(ascii: ":"))
      append(map: indices, to: &data)
    }
    data.append(UInt8(ascii: "}"))
    return data
  }

  private var frontend: [UInt8] {
    let groups = byCategory.map { category, indices in
      JSONValue.Member(
        category.key,
        [
          "name": .text("\(category.name) Models"),
          "models": JSONValue(indices.map { catalog.models[$0].id }),
        ])
    }
    var data = Array(#"{"categories":"#.utf8)
    JSONValue.object(groups).append(to: &data, .compact)
    data += #","models":"#.utf8
    append(map: listed, to: &data)
    data.append(UInt8(ascii: "}"))
    return data
  }
}
