import Foundation
import ModelCatalog
import ModelRegistry
import ModelText
import Support

/// A body of upstream: decoded, turned into a catalogue, searched, encoded again.
struct PayloadCheck {
  private let body: Data

  init(body: [UInt8]) { self.body = Data(body) }

  func run() throws(Fault) {
    let listing: ProviderListing
    do throws(ProviderError) {
      listing = try OpenRouterPayload.listing(from: body)
    } catch {
      switch error {
      case .malformed, .rejected, .refused(.incomplete): break
      default: throw Fault("another error: \(error)")
      }
      return try checkLine(error.summary, "an error")
    }
    for row in listing.skipped {
      try checkLine(row.reason, "a reason")
      if let id = row.id { try checkLine(id, "a skipped id") }
    }
    for model in listing.models { try check(model) }
    let ids = listing.models.map(\.id)
    try require(Set(ids).count == ids.count, "an id twice")
    let again = try? OpenRouterPayload.listing(from: body)
    try require(again?.models == listing.models, "read again it is other")
    try check(Catalog(listing.models), count: ids.count)
  }

  private func checkLine(_ text: String, _ what: String) throws(Fault) {
    let fault = ShownText.fault(in: text)
    try require(fault == nil, "\(what) has \(fault ?? ""): \(text.debugDescription)")
  }

  private func check(_ model: Model) throws(Fault) {
    try require(!model.id.isEmpty && model.id.utf8.count <= 256, "an id of a wrong length")
    for text in model.texts {
      try checkLine(text, "a fact")
      try require(!text.isEmpty || text == model.author, "an empty fact")
    }
    if let description = model.description {
      let fault = ShownText.fault(in: description, withLineBreaks: true)
      try require(fault == nil && !description.isEmpty, "a description has \(fault ?? "nothing")")
    }
    for count in [model.contextLength, model.providerContextLength, model.maxOutput] {
      try require(count.map { $0 > 0 } ?? true, "no tokens, and yet known")
    }
    for modalities in [model.inputModalities, model.outputModalities] {
      try require(modalities == Set(modalities).sorted(), "modalities out of order")
    }
    for amount in model.pricing.prices.values.compactMap(\.amount) {
      try require(amount >= 0, "a price of \(amount)")
    }
  }

  private func check(_ catalog: Catalog, count: Int) throws(Fault) {
    try require(catalog.models.count == count, "models went missing")
    try require(CatalogChanges(from: catalog, to: catalog).isEmpty, "differs from itself")
    try require(
      CatalogChanges(from: .empty, to: catalog).added == catalog.models, "not all are added")
    try require(
      Catalog(catalog.models.reversed()) == catalog, "another order makes another catalogue")
    let index = SearchIndex(catalog)
    let context = QueryContext(now: Date(timeIntervalSince1970: 1_787_400_000))
    let all = index.search(Query(), in: context)
    try require(all.matches.count == count, "an empty query leaves models out")
    for (position, model) in catalog.models.enumerated().prefix(8) {
      try require(catalog.index(of: model.id) == position, "not at its place")
      try require(catalog.resolve(model.id)?.id == model.id, "its id is another's")
      try checkJSON(of: model, in: catalog)
      guard let query = try? Query.parse("\"\(model.id)\""), !model.id.contains("\"") else {
        continue
      }
      let marks = index.highlights(ofModelAt: position, for: query)
      try require(
        marks.id.allSatisfy { $0.upperBound <= model.id.unicodeScalars.count },
        "a mark behind the end")
      // A query of only separators has no conditions, so all models match.
      try require(
        index.search(query, in: context).matches.contains { $0.index == position },
        "not found by its id: \(model.id)")
    }
  }

  private func checkJSON(of model: Model, in catalog: Catalog) throws(Fault) {
    let json = catalog.json(of: model).encoded()
    let read = try? JSONSerialization.jsonObject(with: json) as? [String: Any]
    try require(read != nil, "no JSON: \(String(decoding: json, as: UTF8.self))")
    for (name, text) in [("id", model.id), ("name", model.name)] {
      try require(read?[name] as? String == text, "\(name) is other in JSON")
    }
    try require(read?["description"] as? String == model.description, "description is other")
  }
}

extension Model {
  /// All its single-line texts.
  fileprivate var texts: [String] {
    let one = [canonicalSlug, huggingFaceID, aliasTarget, tokenizer, instructType]
    let efforts = (reasoning?.efforts ?? []) + [reasoning?.defaultEffort].compactMap(\.self)
    let arenas = benchmarks?.arenas.flatMap { [$0.arena, $0.category] } ?? []
    let modalities = (inputModalities + outputModalities).map(\.name)
    let overrides = pricing.overrides.flatMap { [$0.words] + $0.other.keys.sorted() }
    let prices = pricing.other.keys.sorted() + overrides
    return [id, name, author] + prices + one.compactMap(\.self) + (supportedParameters ?? [])
      + supportedVoices + defaultParameters.keys.sorted() + modalities + efforts + arenas
  }
}
