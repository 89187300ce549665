import Foundation
import ModelCatalog

/// One element of upstream's `data`, as far as it has been read.
///
/// What decides whether a row is a model at all (its id, name, price list, context length and
/// architecture) must have the right type; anything else of an unexpected type is unknown.
struct OpenRouterRow {
  private var id: String?
  private var name: String?
  private var modality: String?
  private var pricing = OpenRouterPricing()
  private var facts = Model(id: "", source: .openRouter, name: "", author: "")
  private var topContextLength: Int?

  /// The id for a complaint about the row.
  var shownID: String? { DisplayText.nonEmpty(id, limit: Self.maximumIDLength) }

  private static let maximumIDLength = 256

  mutating func read(from reader: inout JSONReader) throws(JSONReader.Fault) {
    try reader.object { (reader, field) throws(JSONReader.Fault) in
      try readField(field, from: &reader)
    }
  }

  /// Prices that are there and cannot be read.
  var unreadable: Int { pricing.unreadable }

  /// The row as a model, or why it is none; `received` is when upstream sent it.
  func model(received: Date = .distantFuture) throws(JSONReader.Fault) -> Model {
    guard let id, !id.isEmpty else { throw .mismatch("it has no id") }
    guard id.utf8.count <= Self.maximumIDLength else {
      throw .mismatch("its id is longer than \(Self.maximumIDLength) characters")
    }
    guard DisplayText.clean(id) == id else {
      throw .mismatch("its id has characters that cannot be shown")
    }
    var model = facts
    model.id = id
    model.name = DisplayText.nonEmpty(name, limit: 200) ?? id
    model.author = Self.author(of: id)
    if let topContextLength, topContextLength != model.contextLength {
      model.providerContextLength = topContextLength
    }
    if let modality { fillModalities(of: &model, from: modality) }
    model.dropImplausibleDates(received: received)
    model.pricing = pricing.pricing(of: model)
    return model
  }

  private func fillModalities(of model: inout Model, from text: String) {
    guard model.inputModalities.isEmpty || model.outputModalities.isEmpty,
      let arrow = text.range(of: "->")
    else { return }
    if model.inputModalities.isEmpty {
      model.inputModalities = Self.modalities(text[..<arrow.lowerBound].split(separator: "+"))
    }
    if model.outputModalities.isEmpty {
      model.outputModalities = Self.modalities(text[arrow.upperBound...].split(separator: "+"))
    }
  }

  /// Sorted, without duplicates.
  private static func modalities(_ names: [some StringProtocol]) -> [Modality] {
    var modalities: [Modality] = []
    for name in names {
      guard let name = DisplayText.nonEmpty(String(name), limit: 40) else { continue }
      let modality = Modality(name)
      if !modalities.contains(modality) { modalities.append(modality) }
    }
    return modalities.sorted()
  }

  /// The first part of an id, without a leading `~`.
  private static func author(of id: String) -> String {
    let slash = UInt8(ascii: "/")
    let path = id.utf8.drop { $0 == slash }
    return String(path.prefix { $0 != slash }.drop { $0 == UInt8(ascii: "~") }) ?? ""
  }
}

extension OpenRouterRow {
  private mutating func readField(
    _ field: String, from reader: inout JSONReader
  ) throws(JSONReader.Fault) {
    switch field {
    case "id": id = try reader.string()
    case "name": name = try reader.null() ? nil : reader.string(repairing: true)
    case "created": facts.created = try reader.lenientSeconds()
    case "description":
      facts.description = DisplayText.nonEmpty(
        try reader.lenientString(), lines: .many, limit: 20_000)
    case "context_length":
      facts.contextLength = try reader.null() ? nil : reader.tokens()
    case "architecture": if try !reader.null() { try readArchitecture(from: &reader) }
    case "pricing": if try !reader.null() { try pricing.read(from: &reader) }
    case "top_provider": try readTopProvider(from: &reader)
    case "supported_parameters":
      facts.supportedParameters = try reader.lenientStrings()?.sorted()
    case "reasoning": facts.reasoning = try Model.Reasoning(from: &reader)
    case "supported_voices": facts.supportedVoices = try reader.lenientStrings() ?? []
    case "default_parameters": try readDefaults(from: &reader)
    case "knowledge_cutoff": facts.knowledgeCutoff = try reader.lenientDay()
    case "expiration_date":
      // Upstream writes "never" as the end of 2098.
      facts.expirationDate = try reader.lenientDay().flatMap { $0.year > 2090 ? nil : $0 }
    case "canonical_slug": facts.canonicalSlug = try reader.lenientText()
    case "hugging_face_id": facts.huggingFaceID = try reader.lenientText()
    case "alias_target": try readAliasTarget(from: &reader)
    case "benchmarks": facts.benchmarks = try Model.Benchmarks(from: &reader)
    default: try reader.skip()
    }
  }

  private mutating func readArchitecture(
    from reader: inout JSONReader
  ) throws(JSONReader.Fault) {
    try reader.object { (reader, field) throws(JSONReader.Fault) in
      switch field {
      case "modality": modality = DisplayText.nonEmpty(try reader.lenientString(), limit: 256)
      case "input_modalities":
        facts.inputModalities = Self.modalities(try reader.lenientStrings() ?? [])
      case "output_modalities":
        facts.outputModalities = Self.modalities(try reader.lenientStrings() ?? [])
      case "tokenizer": facts.tokenizer = try reader.lenientText()
      case "instruct_type": facts.instructType = try reader.lenientText()
      default: try reader.skip()
      }
    }
  }

  private mutating func readTopProvider(from reader: inout JSONReader) throws(JSONReader.Fault) {
    try reader.lenientObject { (reader, field) throws(JSONReader.Fault) in
      switch field {
      case "context_length": topContextLength = try reader.lenientTokens()
      case "max_completion_tokens": facts.maxOutput = try reader.lenientTokens()
      case "is_moderated": facts.isModerated = try reader.lenientBoolean()
      default: try reader.skip()
      }
    }
  }

  private mutating func readDefaults(from reader: inout JSONReader) throws(JSONReader.Fault) {
    try reader.lenientObject { (reader, field) throws(JSONReader.Fault) in
      guard facts.defaultParameters.count < ListingLimits.elements else {
        return try reader.leaveOut()
      }
      guard let value = try reader.lenientDouble(),
        let name = DisplayText.nonEmpty(field, limit: 100)
      else { return }
      facts.defaultParameters[name] = value
    }
  }

  private mutating func readAliasTarget(from reader: inout JSONReader) throws(JSONReader.Fault) {
    try reader.lenientObject { (reader, field) throws(JSONReader.Fault) in
      guard field == "slug" else { return try reader.skip() }
      facts.aliasTarget = try reader.lenientText()
    }
  }
}

extension Model {
  /// A listing date before there were such models, or more than a week after it was received, is
  /// unknown.
  mutating func dropImplausibleDates(received: Date) {
    guard let created else { return }
    let isEarly = created.timeIntervalSince1970 < Self.earliestListing
    if isEarly || created > received.addingTimeInterval(7 * 86400) { self.created = nil }
  }

  /// 2015-01-01, in seconds since 1970.
  static let earliestListing: TimeInterval = 1_420_070_400
}
