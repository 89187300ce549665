package import Foundation

/// The expected prices of one raw row, computed from the written rules without the program's code:
/// amounts as they must be shown and written, by the key in our JSON.
package struct ExpectedPrices {
  package struct Amount: Equatable {
    /// Nil for a price that varies.
    package var value: Decimal?
    /// The unit, as a model's page names it.
    package var unit: String

    package init(value: Decimal?, unit: String) {
      self.value = value
      self.unit = unit
    }
  }

  package private(set) var known: [String: Amount] = [:]
  /// The amounts as upstream sends them, by upstream's key.
  package private(set) var other: [String: Decimal] = [:]
  package private(set) var isFree = false

  private static let million = "per million tokens"

  package init(row: [String: Any]) {
    let architecture = row["architecture"] as? [String: Any] ?? [:]
    let outputs = architecture["output_modalities"] as? [String] ?? []
    let pricing = row["pricing"] as? [String: Any] ?? [:]
    let raw = pricing.compactMapValues { ($0 as? String).flatMap { Decimal(string: $0) } }
    let isFreeVariant = (row["id"] as? String ?? "").hasSuffix(":free")
    let isTextAlone = outputs == ["text"]
    let prompt = raw["prompt"] ?? 0
    let isPerToken =
      outputs.contains("text") || raw["image_output"] != nil || raw["image_token"] != nil
    let context = row["context_length"] as? Int ?? 0

    func put(_ key: String, _ amount: Decimal, _ unit: String) {
      let scale: Decimal = unit.hasPrefix("per million") ? 1_000_000 : 1
      known[key] = Amount(value: amount < 0 ? nil : amount * scale, unit: unit)
    }
    for (key, amount) in raw {
      // Zeros: only those of the prompt and the completion of a text model or a free variant.
      if amount == 0 {
        guard isTextAlone || isFreeVariant, key == "prompt" || key == "completion" else { continue }
      }
      switch key {
      case "request": put("request", amount, "per request")
      case "web_search": put("webSearch", amount, "per search")
      case "image":
        let isTokenPrice =
          (isPerToken || outputs.contains("embeddings")) && prompt > 0 && amount <= 10 * prompt
        put(
          isTokenPrice ? "imageInput" : "image", amount, isTokenPrice ? Self.million : "per image")
      case "image_output", "image_token": put("imageOutput", amount, Self.million)
      case "prompt":
        if isPerToken || outputs.contains("embeddings") {
          put("input", amount, Self.million)
        } else if outputs.contains("speech") {
          let isPaidByToken = (raw["completion"] ?? 0) > 0
          put(
            isPaidByToken ? "input" : "characters", amount,
            isPaidByToken ? Self.million : "per million characters")
        } else if outputs.contains("transcription") {
          put(
            context > 0 ? "input" : "audioDuration", amount,
            context > 0 ? Self.million : "per unit of audio, unnamed upstream")
        } else if amount != 0 {
          other[key] = amount
        }
      case "completion":
        let isPaid =
          isPerToken || outputs.contains("speech") && amount > 0
          || outputs.contains("transcription") && context > 0
        if isPaid {
          put("output", amount, Self.million)
        } else if amount != 0 {
          other[key] = amount
        }
      case "audio" where prompt >= 0 && amount > 100 * prompt: other[key] = amount
      default:
        let names = [
          "input_cache_read": "cacheRead", "input_cache_write": "cacheWrite",
          "input_cache_write_1h": "cacheWrite1h", "internal_reasoning": "reasoning",
          "audio": "audio", "audio_output": "audioOutput", "input_audio_cache": "audioCache",
        ]
        if let name = names[key] { put(name, amount, Self.million) } else { other[key] = amount }
      }
    }
    let overrides = pricing["overrides"] as? [[String: Any]] ?? []
    let isAnyOverridePaid = overrides.contains { override in
      override.contains { ($0.value as? String).flatMap { Decimal(string: $0) } ?? 0 != 0 }
    }
    let isAllZero =
      raw["prompt"] == 0 && raw["completion"] == 0 && raw.values.allSatisfy { $0 == 0 }
    isFree = isFreeVariant || isTextAlone && isAllZero && !isAnyOverridePaid
  }
}
