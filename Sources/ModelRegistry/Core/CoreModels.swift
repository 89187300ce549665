import Foundation
package import ModelCatalog

/// The short list of models that is there without any network, at their makers' own routes.
///
/// Facts are those of the same model's row in OpenRouter's list of ``factsDate``. A model that
/// had no row any more keeps the few facts of the list that this one replaces. To bring an entry
/// up to date, copy its row's facts; the tests compare the two.
package enum CoreModels {
  /// 2026-08-21.
  package static let factsDate = CalendarDay(daysSince1970: 20_686)

  package static let models: [Model] = [
    openAI, openAIReasoning, anthropic, google, deepSeek, meta, mistralAI,
  ].flatMap(\.self)

  // Parameters that come together, as upstream names them.
  static let common = "max_tokens tools tool_choice"
  static let json = "response_format structured_outputs"
  static let sampling = "temperature top_p"
  static let penalties = "frequency_penalty presence_penalty"
  static let scores = "logit_bias logprobs top_logprobs"
  static let thinking = "reasoning include_reasoning"
  static let efforts = "\(thinking) reasoning_effort"

  /// Reasons when asked to, without named efforts.
  static let onRequest = Model.Reasoning(isMandatory: false)
  /// Always reasons, without named efforts.
  static let always = Model.Reasoning(isMandatory: true)

  /// One entry; its facts are those of the row that `openRouterID` names.
  ///
  /// Prices are written as people read them: USD per million tokens, per unit for the kinds that
  /// are counted so; what is not known is left out. Those for long prompts hold from that many
  /// tokens on. Parameters are separated by spaces.
  static func core(
    _ id: String, _ name: String, on openRouterID: String, about description: String,
    listed: String, cutoff: String? = nil, context: Int, output: Int? = nil,
    takes inputs: [Modality] = [.text], prices: [PriceKind: String],
    longPrompts: Int? = nil, longPromptPrices: [PriceKind: String] = [:],
    parameters: String, reasoning: Model.Reasoning? = nil, isRetired: Bool = false
  ) -> Model {
    let author = String(openRouterID.prefix { $0 != "/" })
    var model = core(
      id, name, by: author, about: description, context: context, takes: inputs, prices: prices,
      isRetired: isRetired)
    model.openRouterID = openRouterID
    model.created = CalendarDay(listed)?.start
    model.knowledgeCutoff = cutoff.flatMap { CalendarDay($0) }
    model.maxOutput = output
    if let longPrompts {
      model.pricing.overrides = [
        PriceOverride(
          conditions: [.promptTokens(above: longPrompts)], prices: read(longPromptPrices))
      ]
    }
    model.supportedParameters = parameters.split(separator: " ").map(String.init).sorted()
    model.reasoning = reasoning
    return model
  }

  /// One entry without a row on OpenRouter, of which little is known.
  static func core(
    _ id: String, _ name: String, by author: String, about description: String,
    context: Int, takes inputs: [Modality] = [.text], prices: [PriceKind: String] = [:],
    isRetired: Bool
  ) -> Model {
    var model = Model(id: id, source: .core, name: name, author: author)
    model.description = description
    model.contextLength = context
    model.inputModalities = inputs.sorted()
    model.outputModalities = [.text]
    model.pricing = Pricing(read(prices))
    model.isRetired = isRetired
    return model
  }

  private static func read(_ prices: [PriceKind: String]) -> [PriceKind: Price] {
    var known: [PriceKind: Price] = [:]
    for (kind, text) in prices {
      known[kind] = Decimal(exactly: text).map { amount in
        .fixed(amount.movingPoint(by: -kind.unit.shownPlaces))
      }
    }
    return known
  }
}
