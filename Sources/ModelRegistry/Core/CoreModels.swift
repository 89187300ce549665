package import ModelCatalog

/// The short list of models that is there without any network, at their makers' own routes.
///
/// Facts are those of the same model's row in OpenRouter's list of `factsDate`, in the form that
/// they have there, and read by the same reader. A model that had no row any more keeps the few
/// facts of the list that this one replaces. To bring an entry up to date, copy its row; the tests
/// compare the two.
package enum CoreModels {
  /// 2026-08-21.
  package static let factsDate = CalendarDay(daysSince1970: 20_686)

  /// Read at the first use.
  package static let models: [Model] = rows.compactMap(\.model)

  static let rows: [CoreRow] = [
    openAI, openAIReasoning, anthropic, google, deepSeek, meta, mistralAI,
  ].flatMap(\.self)
}
