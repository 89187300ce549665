package import ModelCatalog

/// A form in which a model is taken to another program.
package enum CopyForm: String, CaseIterable, Hashable, Sendable {
  case id, litellm
  case pydanticAI = "pydantic-ai"
  case curl, python, javascript, json, markdown

  /// For people.
  package var title: String {
    switch self {
    case .id: "id"
    case .litellm: "LiteLLM"
    case .pydanticAI: "pydantic-ai"
    case .curl: "curl"
    case .python: "Python (openai)"
    case .javascript: "JavaScript"
    case .json: "JSON"
    case .markdown: "Markdown row"
    }
  }

  /// The text, with a line break at the end of what has several lines; nil where the model cannot be
  /// used in this form (``refusal(of:)``).
  ///
  /// A core model is called by its id on OpenRouter. The key stands in the environment.
  package func text(of model: Model, in catalog: Catalog, workload: Workload? = nil) -> String? {
    switch self {
    case .id: return model.id
    case .json:
      return String(
        decoding: catalog.json(of: model, workload: workload).encoded(.pretty), as: UTF8.self)
        + "\n"
    case .markdown: return MarkdownRow.text(of: model, in: catalog, workload: workload)
    case .litellm: return Self.routed(model, in: catalog).map { "openrouter/\($0.id)" }
    case .pydanticAI: return Self.routed(model, in: catalog).map { "openrouter:\($0.id)" }
    case .curl, .python, .javascript:
      guard let routed = Self.routed(model, in: catalog), let call = ModelCall(routed) else {
        return nil
      }
      return self == .curl ? call.curl : self == .python ? call.python : call.javascript
    }
  }

  /// Why there is no text, as a sentence without a full stop.
  package func refusal(of model: Model) -> String {
    model.source == .core
      ? "\(model.id) is not listed by OpenRouter, by which \(title) calls it"
      : "\(model.id) answers with neither text, images nor vectors, and cannot be called so"
  }

  /// The model as OpenRouter serves it; nil if it does not.
  private static func routed(_ model: Model, in catalog: Catalog) -> Model? {
    switch model.source {
    case .openRouter: model
    case .core: catalog.counterpart(of: model)
    }
  }
}
