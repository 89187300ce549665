package import Foundation

/// One provider's offer of a model: price, limits, quantization and health.
///
/// Unknown values are nil, never 0 or "". Text has been through ``DisplayText``.
package struct Endpoint: Hashable, Sendable {
  /// The slug that routing takes; two endpoints of a model may have the same.
  package var tag: EndpointTag
  /// The provider's display name.
  package var provider: String
  /// The id that the row itself names.
  package var modelID: Model.ID?
  /// With the discount already in it.
  package var pricing: Pricing
  /// The share by which the prices are below the provider's own; negative for a surcharge.
  package var discount: Decimal?

  /// Tokens of input and output together.
  package var contextLength: Int?
  /// Tokens of one prompt, where they are limited.
  package var maxInput: Int?
  /// Tokens of one answer.
  package var maxOutput: Int?
  /// `fp8`, `int4`, ….
  package var quantization: String?
  /// Upstream parameter names, sorted; nil if unknown.
  package var supportedParameters: [String]?

  package var health: Health

  /// What changes by the minute.
  package struct Health: Hashable, Sendable {
    /// Per cent over the last 30 minutes.
    package var uptime30m: Double?
    /// Per cent over the last day.
    package var uptime1d: Double?
    /// Median time to the first token over the last 30 minutes, in milliseconds; upstream says it
    /// only to callers with a key.
    package var latency: Double?
    /// Median output tokens per second over the last 30 minutes; only with a key.
    package var throughput: Double?

    package init(
      uptime30m: Double? = nil, uptime1d: Double? = nil, latency: Double? = nil,
      throughput: Double? = nil
    ) {
      self.uptime30m = uptime30m
      self.uptime1d = uptime1d
      self.latency = latency
      self.throughput = throughput
    }
  }

  package init(tag: EndpointTag, provider: String) {
    self.tag = tag
    self.provider = provider
    pricing = Pricing()
    health = Health()
  }
}

extension Endpoint {
  /// Bits of a weight, by the name of the quantization: 8 for `fp8`; nil if unknown.
  package var bits: Int? { quantization.flatMap(Self.bits) }

  /// Bits by the name of a quantization: `nvfp4` has 4, `bf16` 16; nil for another text.
  package static func bits(ofQuantization name: String) -> Int? {
    let name = name.lowercased()
    let letters = name.prefix { $0.isLetter }
    let digits = name.dropFirst(letters.count)
    guard letters.hasSuffix("fp") || letters.hasSuffix("bf") || letters.hasSuffix("int"),
      digits.utf8.allSatisfy({ (0x30...0x39).contains($0) }), let bits = Int(digits),
      (1...64).contains(bits)
    else { return nil }
    return bits
  }
}
