import Foundation
import ModelCatalog

/// One element of upstream's `endpoints`, as far as it has been read; whatever has an unexpected type
/// is unknown.
struct EndpointRow {
  private var tag: String?
  private var provider: String?
  private var pricing = OpenRouterPricing()
  private var facts = Endpoint(tag: EndpointTag(""), provider: "")

  init(from reader: inout JSONReader) throws(JSONReader.Fault) {
    try reader.object { (reader, field) throws(JSONReader.Fault) in
      try readField(field, from: &reader)
    }
  }

  /// Nil for a row that names no provider; `model` has the id and the modalities that say what the
  /// prices are for.
  func endpoint(of model: Model) -> Endpoint? {
    guard let tag = tag ?? provider else { return nil }
    var endpoint = facts
    endpoint.tag = EndpointTag(tag)
    endpoint.provider = provider ?? endpoint.tag.provider
    var served = model
    served.contextLength = endpoint.contextLength
    endpoint.pricing = pricing.pricing(of: served)
    endpoint.discount = pricing.discount
    return endpoint
  }

  private mutating func readField(
    _ field: String, from reader: inout JSONReader
  ) throws(JSONReader.Fault) {
    switch field {
    case "tag": tag = try reader.lenientText()
    case "provider_name": provider = try reader.lenientText()
    case "model_id": facts.modelID = try reader.lenientText()
    case "context_length": facts.contextLength = try reader.lenientTokens()
    case "max_prompt_tokens": facts.maxInput = try reader.lenientTokens()
    case "max_completion_tokens": facts.maxOutput = try reader.lenientTokens()
    case "quantization":
      facts.quantization = try reader.lenientText().flatMap { $0 == "unknown" ? nil : $0 }
    case "supported_parameters":
      facts.supportedParameters = try reader.lenientStrings()?.sorted()
    case "pricing":
      if try reader.peek() == .object { try pricing.read(from: &reader) } else { try reader.skip() }
    case "uptime_last_30m": facts.health.uptime30m = try Self.share(from: &reader)
    case "uptime_last_1d": facts.health.uptime1d = try Self.share(from: &reader)
    case "latency_last_30m": facts.health.latency = try Self.median(from: &reader)
    case "throughput_last_30m": facts.health.throughput = try Self.median(from: &reader)
    default: try reader.skip()
    }
  }

  /// Per cent.
  private static func share(from reader: inout JSONReader) throws(JSONReader.Fault) -> Double? {
    try reader.lenientDouble().flatMap { (0...100).contains($0) ? $0 : nil }
  }

  private static func median(from reader: inout JSONReader) throws(JSONReader.Fault) -> Double? {
    var median: Double?
    try reader.lenientObject { (reader, field) throws(JSONReader.Fault) in
      guard field == "p50" else { return try reader.skip() }
      median = try reader.lenientDouble().flatMap { $0 >= 0 ? $0 : nil }
    }
    return median
  }
}
