extension FactTable {
  /// Which model it is, and what in a few words.
  static let identity: [Fact] = [
    Fact("id", "Id", json: "id", kind: .text, order: .smallestFirst, width: 36) {
      .text($0.model.id)
    },
    .displayName,
    Fact(
      "author", "Author", json: "author", aliases: ["provider"], kind: .text,
      order: .smallestFirst, topic: .other, section: .details
    ) { .text($0.model.author) },
    Fact("category", "Category", json: "category", kind: .text, section: .details) { context in
      context.catalog.category(of: context.model.id)
        .map { .named(key: $0.key, title: $0.name) } ?? .unknown
    },
    Fact("source", "Source", json: "source", kind: .text) { context in
      let source = context.model.source
      return .named(key: source.rawValue, title: source == .core ? "core" : "OpenRouter")
    },
    // The name that the replaced system had for the route.
    Fact("route", "Route", json: "provider", kind: .text) { context in
      let model = context.model
      return .text(model.source == .core ? model.author : Model.Source.openRouter.rawValue)
    },
    .description,
  ]
}

extension Fact {
  package static let displayName = Fact(
    "name", "Name", json: "name", kind: .text, order: .smallestFirst, topic: .name
  ) { .text($0.model.name) }

  package static let description = Fact(
    "description", "Description", json: "description", kind: .text, topic: .noise
  ) { FactValue($0.model.description) }
}
