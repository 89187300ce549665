/// A family of models, decided by maker and family, not by a part of the id.
package struct Category: Hashable, Sendable, Identifiable {
  /// Stable and lower case: `gpt`, `claude`, … `other`.
  package let key: String
  /// For people: `GPT`, `Claude`.
  package let name: String

  package var id: String { key }

  package init(key: String, name: String) {
    self.key = key
    self.name = name
  }

  /// The families that always have a category, in display order.
  package static let known: [Category] = [
    Category(key: "gpt", name: "GPT"),
    Category(key: "claude", name: "Claude"),
    Category(key: "gemini", name: "Gemini"),
    Category(key: "reasoning", name: "Reasoning"),
    Category(key: "llama", name: "LLaMA"),
    Category(key: "mistral", name: "Mistral"),
    Category(key: "deepseek", name: "DeepSeek"),
    Category(key: "qwen", name: "Qwen"),
    Category(key: "cohere", name: "Cohere"),
    Category(key: "perplexity", name: "Perplexity"),
  ]

  package static let other = Category(key: "other", name: "Other")

  /// A family or author with enough listed models for its own category.
  static func learned(_ key: String) -> Category {
    Category(key: key, name: spellings[key] ?? key.prefix(1).uppercased() + key.dropFirst())
  }

  private static let spellings = [
    "glm": "GLM", "openrouter": "OpenRouter", "minimax": "MiniMax", "x-ai": "xAI",
    "lfm": "LFM", "hy": "Hunyuan", "hunyuan": "Hunyuan", "kat": "KAT", "tts": "TTS",
    "bytedance-seed": "ByteDance Seed", "black-forest-labs": "Black Forest Labs",
    "nousresearch": "Nous Research", "aion-labs": "Aion Labs",
    "inclusionai": "InclusionAI", "thedrummer": "TheDrummer",
    "ibm-granite": "Granite", "thinkingmachines": "Thinking Machines",
    "kwaipilot": "KwaiPilot", "arcee-ai": "Arcee AI", "meta": "Meta", "sao10k": "Sao10K",
  ]
}

/// Decides the category of every model of one catalogue.
struct CategoryAssignment {
  /// Categories in display order, each with at least one model that is listed.
  private(set) var categories: [Category] = []
  /// Parallel to the models given.
  private(set) var byModel: [Category] = []

  /// A family or author with fewer listed models than this is `other`.
  static let threshold = 3

  /// A model is large: read in place, not copied.
  init(_ models: UnsafeBufferPointer<Model>) {
    let known = Dictionary(uniqueKeysWithValues: Category.known.map { ($0.key, $0) })
    let fixed = models.indices.map { Self.knownKey(models[$0]) }
    let families = models.indices.map { fixed[$0] == nil ? Family(of: models[$0]) : nil }
    let listed = models.indices.filter { models[$0].isListed }
    let sizes = Self.counts(listed.compactMap { families[$0] })
    let ownFamilies = families.map { family in
      family.flatMap { family -> Family? in
        // A single letter (`l3-lunaris`) is not a name, and a known family belongs to its own
        // maker.
        guard sizes[family, default: 0] >= Self.threshold, family.name.count > 1,
          known[family.name] == nil
        else { return nil }
        return family
      }
    }
    let others = listed.filter { fixed[$0] == nil && ownFamilies[$0] == nil }
    let authors = Self.counts(others.lazy.map { models[$0].author })
    byModel = models.indices.map { index in
      if let key = fixed[index] { return known[key] ?? .other }
      if let family = ownFamilies[index] { return .learned(family.name) }
      let author = models[index].author
      guard authors[author, default: 0] >= Self.threshold, known[author] == nil
      else { return .other }
      return .learned(author)
    }
    let present = Set(listed.map { byModel[$0] })
    let learned = present.subtracting(Category.known).subtracting([.other])
    categories =
      Category.known.filter(present.contains)
      + learned.sorted { ($0.name.lowercased(), $0.key) < ($1.name.lowercased(), $1.key) }
      + (present.contains(.other) ? [.other] : [])
  }

  /// The category of the families that always have one.
  private static func knownKey(_ model: Model) -> String? {
    let slug = model.slug
    switch model.author {
    case "openai":
      let isReasoning = slug.first == "o" && slug.dropFirst().first?.isNumber == true
      return isReasoning ? "reasoning" : "gpt"
    case "anthropic": return "claude"
    case "google": return slug.hasPrefix("gemini") ? "gemini" : nil
    case "meta-llama": return "llama"
    case "meta": return slug.hasPrefix("llama") ? "llama" : nil
    case "mistralai": return "mistral"
    case "deepseek": return "deepseek"
    case "qwen": return "qwen"
    case "cohere": return "cohere"
    case "perplexity": return "perplexity"
    default: return nil
    }
  }

  /// The leading letters of a slug: `glm` of `z-ai/glm-5.2`.
  private struct Family: Hashable {
    let author: String
    let name: String

    init(of model: Model) {
      author = model.author
      name = String(model.slug.prefix { $0.isLetter })
    }
  }

  private static func counts<Element: Hashable>(_ elements: some Sequence<Element>) -> [Element:
    Int]
  {
    elements.reduce(into: [:]) { $0[$1, default: 0] += 1 }
  }
}
