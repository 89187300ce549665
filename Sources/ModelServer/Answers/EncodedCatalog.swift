import Foundation
import ModelCatalog
import ModelRegistry
import NIOCore

/// A catalogue as JSON bytes: each model is encoded once, and answers are assembled from these
/// bytes.
final class EncodedCatalog: Sendable {
  let catalog: Catalog
  let index: SearchIndex
  /// The work whose cost the models have with them.
  let workload: Workload?
  /// A content hash: equal for equal listings, in every process.
  let revision: String
  /// Indices of the listed models, by source.
  let core: [Int]
  let openRouter: [Int]

  /// `"id":{…}` of every model, concatenated.
  private let bytes: [UInt8]
  private let members: [Range<Int>]
  /// The offset of the model's object within its member.
  private let jsonOffsets: [Int]

  convenience init(_ catalog: Catalog) {
    self.init(catalog, index: SearchIndex(catalog), workload: nil)
  }

  /// The same models with their cost under a workload.
  convenience init(_ other: EncodedCatalog, workload: Workload) {
    self.init(other.catalog, index: other.index, workload: workload)
  }

  private init(_ catalog: Catalog, index: SearchIndex, workload: Workload?) {
    self.catalog = catalog
    self.index = index
    self.workload = workload
    var bytes: [UInt8] = []
    bytes.reserveCapacity(catalog.models.count * 3000)
    var members: [Range<Int>] = []
    var jsonOffsets: [Int] = []
    for model in catalog.models {
      let start = bytes.count
      JSONValue.text(model.id).append(to: &bytes, .compact)
      bytes.append(UInt8(ascii: ":"))
      jsonOffsets.append(bytes.count - start)
      catalog.json(of: model, workload: workload).append(to: &bytes, .compact)
      members.append(start..<bytes.count)
    }
    let listed = catalog.models.indices.filter { catalog.models[$0].isListed }
    core = listed.filter { catalog.models[$0].source == .core }
    openRouter = listed.filter { catalog.models[$0].source == .openRouter }
    revision = Digest(listed.lazy.flatMap { bytes[members[$0]] }).hexadecimal
    self.bytes = bytes
    self.members = members
    self.jsonOffsets = jsonOffsets
  }

  var listed: [Int] { core + openRouter }

  /// The number of models of each source.
  var counts: [JSONValue.Member] {
    [
      .init("core", .integer(core.count)), .init("openrouter", .integer(openRouter.count)),
      .init("total", .integer(core.count + openRouter.count)),
    ]
  }

  /// OpenRouter's models in upstream's own format, with the date of the list.
  func upstreamBody(fetched: Date?) -> [UInt8] {
    Array(OpenRouterPayload.body(of: openRouter.map { catalog.models[$0] }, fetched: fetched))
  }

  /// One model's object.
  func json(at position: Int) -> ArraySlice<UInt8> {
    bytes[members[position]].dropFirst(jsonOffsets[position])
  }

  /// Writes `{id: model}`.
  func append(map positions: [Int], to result: inout ByteBuffer) {
    result.writeInteger(UInt8(ascii: "{"))
    for (count, position) in positions.enumerated() {
      if count > 0 { result.writeInteger(UInt8(ascii: ",")) }
      result.writeBytes(bytes[members[position]])
    }
    result.writeInteger(UInt8(ascii: "}"))
  }

  /// Writes `[model]`.
  func append(list positions: [Int], to result: inout ByteBuffer) {
    result.writeInteger(UInt8(ascii: "["))
    for (count, position) in positions.enumerated() {
      if count > 0 { result.writeInteger(UInt8(ascii: ",")) }
      result.writeBytes(json(at: position))
    }
    result.writeInteger(UInt8(ascii: "]"))
  }

  /// The number of bytes of these models, to reserve capacity once.
  func size(of positions: [Int]) -> Int { positions.reduce(0) { $0 + members[$1].count + 1 } }
}
