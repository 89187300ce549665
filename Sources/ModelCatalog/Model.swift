package import Foundation

/// The facts of one model on one route: a core model at its maker, or a row of OpenRouter.
///
/// Unknown values are nil, never 0 or "". Text has been through ``DisplayText``.
package struct Model: Hashable, Sendable, Identifiable {
  /// The source of a row, and so the route of its id.
  package enum Source: String, Hashable, Sendable, CaseIterable {
    case core
    case openRouter = "openrouter"
  }

  /// `gpt-4o` for a core model, `author/slug[:variant]` on OpenRouter.
  package var id: String
  package var source: Source
  package var name: String
  /// The maker's OpenRouter name (`anthropic`), without a leading `~`.
  package var author: String
  package var description: String?

  /// Tokens of input and output together.
  package var contextLength: Int?
  /// Tokens offered by the best endpoint, if different from the model's own.
  package var providerContextLength: Int?
  /// Tokens of one answer.
  package var maxOutput: Int?
  package var pricing: Pricing

  /// Sorted, without duplicates.
  package var inputModalities: [Modality]
  /// Sorted, without duplicates.
  package var outputModalities: [Modality]
  /// Upstream parameter names, sorted; nil if unknown.
  package var supportedParameters: [String]?
  package var reasoning: Reasoning?
  package var supportedVoices: [String]
  /// Sampling defaults by parameter name.
  package var defaultParameters: [String: Double]

  /// When it was listed.
  package var created: Date?
  package var knowledgeCutoff: CalendarDay?
  /// The last day of service; nil too for upstream's "never" (2098-12-31).
  package var expirationDate: CalendarDay?

  package var canonicalSlug: String?
  package var huggingFaceID: String?
  /// For an alias (`~author/family-latest`): the id that it resolves to now.
  package var aliasTarget: String?
  /// For a core model: the id of the same model on OpenRouter.
  package var openRouterID: String?
  package var tokenizer: String?
  package var instructType: String?
  package var isModerated: Bool?
  package var benchmarks: Benchmarks?
  /// A core model that its maker no longer serves.
  package var isRetired: Bool
  /// When upstream was last seen to list it; nil while it is listed, and for a core model.
  package var lastListed: Date?

  package init(id: String, source: Source, name: String, author: String) {
    self.id = id
    self.source = source
    self.name = name
    self.author = author
    pricing = Pricing()
    inputModalities = []
    outputModalities = []
    supportedVoices = []
    defaultParameters = [:]
    isRetired = false
  }
}

extension Model {
  /// How a model reasons, if stated.
  package struct Reasoning: Hashable, Sendable {
    package var isMandatory: Bool
    /// Effort names from least to most; empty if none are stated.
    package var efforts: [String]
    package var defaultEffort: String?
    package var isDefault: Bool?

    package init(
      isMandatory: Bool, efforts: [String] = [], defaultEffort: String? = nil,
      isDefault: Bool? = nil
    ) {
      self.isMandatory = isMandatory
      self.efforts = efforts
      self.defaultEffort = defaultEffort
      self.isDefault = isDefault
    }
  }

  /// Third-party benchmark scores, as upstream passes them on.
  package struct Benchmarks: Hashable, Sendable {
    /// Artificial Analysis indices.
    package var intelligence: Double?
    package var coding: Double?
    package var agentic: Double?
    /// Design Arena standings, in upstream's order.
    package var arenas: [Arena]

    package struct Arena: Hashable, Sendable {
      package var arena: String
      package var category: String
      package var elo: Double?
      package var rank: Int?

      package init(arena: String, category: String, elo: Double?, rank: Int?) {
        self.arena = arena
        self.category = category
        self.elo = elo
        self.rank = rank
      }
    }

    package init(
      intelligence: Double?, coding: Double?, agentic: Double?, arenas: [Arena] = []
    ) {
      self.intelligence = intelligence
      self.coding = coding
      self.agentic = agentic
      self.arenas = arenas
    }
  }

  /// Whether it can be used: neither retired by its maker nor removed from upstream's list.
  package var isListed: Bool { !isRetired && lastListed == nil }

  /// The id without the author: `claude-opus-5:batch`; a core id is its own slug.
  package var slug: Substring {
    id.part(after: "/") ?? id[...]
  }

  /// The part after the colon: `free`, `batch`; nil for the ordinary row.
  package var variant: Substring? {
    slug.part(after: ":")
  }

  /// The name without `Author: ` before it.
  package var shortName: Substring {
    guard let colon = name.range(of: ": "), colon.upperBound < name.endIndex,
      name.distance(from: name.startIndex, to: colon.lowerBound) <= 24
    else { return name[...] }
    return name[colon.upperBound...]
  }

  /// A `:free` variant, or a model with text output only whose input and output prices are known
  /// and zero and that has no other price above zero, neither of another kind, nor under a
  /// condition, nor under an unknown key.
  package var isFree: Bool {
    if variant == "free" { return true }
    return outputModalities == [.text]
      && pricing[.input]?.isZero == true && pricing[.output]?.isZero == true
      && pricing.costsNothing
  }

  /// An OpenRouter router: it chooses a model for each request.
  package var isRouter: Bool {
    source == .openRouter && author == "openrouter"
  }

  /// The model's page on OpenRouter; for a core model that of its counterpart; nil if there is
  /// none, or if the id cannot be the path of one.
  package var pageURL: String? {
    (source == .openRouter ? id : openRouterID).flatMap(URLPath.encoded)
      .map { "https://openrouter.ai/\($0)" }
  }
}
