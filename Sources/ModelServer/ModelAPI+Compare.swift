import Foundation
import ModelCatalog
import ModelRegistry

/// The comparison of some models.
extension ModelAPI {
  func compare(
    _ parameters: [String: [String]], in served: ServedSnapshot
  ) throws(APIError) -> Answer {
    let encoded = served.encoded
    let names = try ids(parameters["ids"])
    let found = names.map { name in
      // Longer than any id.
      name.utf8.count <= 256 ? encoded.catalog.resolve(name) : nil
    }
    let unknown = zip(names, found).filter { $0.1 == nil }.map { String($0.0.prefix(256)) }
    guard unknown.isEmpty else {
      throw .noSuchModels(
        unknown, nearest: encoded.catalog.nearest(to: String(unknown[0].prefix(64)), limit: 3))
    }
    let comparison = ModelComparison(
      found.compactMap(\.self), in: encoded.catalog, workload: encoded.workload)
    let models = comparison.models.compactMap { encoded.catalog.index(of: $0.id) }
      .map { encoded.json(at: $0) }
    var data = Array("{\"models\":[".utf8)
    data += models.joined(separator: [UInt8(ascii: ",")])
    data += Array("],\"facts\":".utf8) + comparison.json().encoded() + [UInt8(ascii: "}")]
    let tag = "\(served.tag)-\(Digest(names.joined(separator: " ").utf8).hexadecimal)"
    return Answer(body: Envelope.success(data: data, meta: served.meta), tag: tag)
  }

  private func ids(_ values: [String]?) throws(APIError) -> [String] {
    let names = (values ?? []).flatMap { $0.split(separator: ",") }
      .map { $0.trimmingCharacters(in: .whitespaces) }.filter { !$0.isEmpty }
    guard !names.isEmpty, names.count <= QueryParameter.maxIDs else {
      throw .badRequest(
        "ids must be 1 to \(QueryParameter.maxIDs) ids separated by commas, like "
          + "ids=openai/gpt-5.4,claude-opus-5", code: .badIDs)
    }
    return names
  }
}
