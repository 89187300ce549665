import Foundation
import Support

/// One endpoint in raw JSON, read without the program's code.
struct RawEndpoint: Sendable {
  let tag: String
  let modelID: String
  let context: Int
  let maxOutput: Int?
  /// Per cent over the last day.
  let uptime: Double?
  private let quantization: String
  private let parameters: [String]
  /// USD per million, by the key in our JSON.
  private let prices: [String: Decimal]

  /// `id` is what was asked for, `architecture` the member of that name in the answer.
  init(_ json: [String: Any], id: String, architecture: Any?) {
    tag = json["tag"] as? String ?? ""
    modelID = json["model_id"] as? String ?? ""
    context = json["context_length"] as? Int ?? 0
    maxOutput = json["max_completion_tokens"] as? Int
    uptime = (json["uptime_last_1d"] as? NSNumber)?.doubleValue
    quantization = json["quantization"] as? String ?? ""
    parameters = json["supported_parameters"] as? [String] ?? []
    var priced = json
    priced["id"] = id
    priced["architecture"] = architecture
    prices = ExpectedPrices(row: priced).known.compactMapValues(\.value)
  }

  var parts: [Substring] { tag.split(separator: "/") }
  var provider: Substring { parts[0] }

  func price(_ kind: String) -> Decimal? { prices[kind] }
  func has(_ name: String) -> Bool { parameters.contains(name) }

  var bits: Int? {
    ["fp8": 8, "bf16": 16, "fp16": 16, "fp4": 4, "int4": 4, "nvfp4": 4, "mxfp4": 4][quantization]
  }

  var isStandard: Bool {
    Set(parts.dropFirst()).isDisjoint(with: ["flex", "priority", "ultrafast"])
  }

  /// Invented: upstream's list of such endpoints is in no capture.
  var hasZeroRetention: Bool { provider.utf8.count.isMultiple(of: 2) }
}
