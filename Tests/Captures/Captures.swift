import Foundation
package import ModelCatalog

/// Real upstream bodies, decoded without the program's own decoder.
///
/// They are in `../shared/captures` relative to the project's root and not part of it; without them
/// the tests that use them are skipped.
package enum Captures {
  package static let names = [
    "openrouter-20250401", "openrouter-20251218", "openrouter-20260731", "openrouter-20260801",
    "openrouter-20260821", "openrouter-all-modalities-20260819",
  ]

  package static let areThere = FileManager.default.fileExists(atPath: folder.path)

  private static let folder = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "../shared/captures").standardizedFileURL

  package static func catalog(_ name: String) throws -> Catalog {
    let data = try Data(contentsOf: folder.appending(path: "\(name).json"))
    let body = try JSONSerialization.jsonObject(with: data) as? [String: Any]
    guard let rows = body?["data"] as? [[String: Any]] else { throw CocoaError(.coderReadCorrupt) }
    return Catalog(rows.compactMap(model))
  }

  /// The given number of models: copies of a capture's models with unique ids.
  package static func scaled(_ name: String, to count: Int) throws -> Catalog {
    let models = try catalog(name).models
    return Catalog(
      (0..<count).map { number in
        var model = models[number % models.count]
        let copy = number / models.count
        if copy > 0 {
          model.id += "-copy\(copy)"
          model.name += " \(copy)"
          model.created = model.created?.addingTimeInterval(-Double(copy))
        }
        return model
      })
  }

  private static func model(_ row: [String: Any]) -> Model? {
    guard let id = row["id"] as? String, let name = row["name"] as? String else { return nil }
    let author = (id.split(separator: "/").first ?? "").drop { $0 == "~" }
    var model = Model(id: id, source: .openRouter, name: name, author: String(author))
    model.description = (row["description"] as? String).flatMap { $0.isEmpty ? nil : $0 }
    model.created = (row["created"] as? Int).map { Date(timeIntervalSince1970: Double($0)) }
    model.contextLength = (row["context_length"] as? Int).flatMap { $0 == 0 ? nil : $0 }
    let provider = row["top_provider"] as? [String: Any]
    model.maxOutput = provider?["max_completion_tokens"] as? Int
    let architecture = row["architecture"] as? [String: Any]
    model.inputModalities = modalities(architecture?["input_modalities"])
    model.outputModalities = modalities(architecture?["output_modalities"])
    model.supportedParameters = (row["supported_parameters"] as? [String])?.sorted()
    model.knowledgeCutoff = (row["knowledge_cutoff"] as? String).flatMap { CalendarDay($0) }
    model.expirationDate = (row["expiration_date"] as? String).flatMap { CalendarDay($0) }
    model.aliasTarget = (row["alias_target"] as? [String: Any])?["slug"] as? String
    if row["reasoning"] is [String: Any] {
      model.reasoning = Model.Reasoning(isMandatory: false)
    }
    let scores = row["benchmarks"] as? [String: Any]
    if let indices = scores?["artificial_analysis"] as? [String: Any] {
      model.benchmarks = Model.Benchmarks(
        intelligence: indices["intelligence_index"] as? Double,
        coding: indices["coding_index"] as? Double, agentic: indices["agentic_index"] as? Double)
    }
    let pricing = row["pricing"] as? [String: Any] ?? [:]
    // The units do not matter here.
    for kind in PriceKind.allCases
    where ![.characters, .audioDuration, .image].contains(kind) {
      model.pricing.prices[kind] = (pricing[kind.upstreamKey] as? String)
        .flatMap { Price(upstream: $0) }
    }
    return model
  }

  private static func modalities(_ names: Any?) -> [Modality] {
    Set(names as? [String] ?? []).map { Modality($0) }.sorted()
  }
}
