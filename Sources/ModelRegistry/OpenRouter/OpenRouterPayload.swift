package import Foundation
import ModelCatalog

/// Reads the body of `GET /models` into models.
package enum OpenRouterPayload {
  /// The models in upstream's order and what had to be left out of them.
  ///
  /// A row that cannot be read costs that row alone; of rows with one id the first is kept.
  /// Throws ``ProviderError/malformed(_:)`` if the body is not JSON or has no `data` array.
  package static func listing(from body: Data) throws(ProviderError) -> ProviderListing {
    var reader = JSONReader([UInt8](body))
    do {
      var rows: Rows?
      guard try reader.peek() == .object else {
        throw ProviderError.malformed("it has no `data` array")
      }
      try reader.object { (reader, name) throws(JSONReader.Fault) in
        guard name == "data", try reader.peek() == .array else { return try reader.skip() }
        rows = try Rows(from: &reader)
      }
      try reader.end()
      guard let rows else { throw ProviderError.malformed("it has no `data` array") }
      return ProviderListing(models: rows.models, body: body, skipped: rows.skipped)
    } catch let error as ProviderError {
      throw error
    } catch {
      throw .malformed(complaint(about: body, fault: error))
    }
  }

  private static func complaint(about body: Data, fault: any Error) -> String {
    let first = body.first { ![0x20, 0x0A, 0x0D, 0x09].contains($0) }
    guard let first else { return "it is empty" }
    if first == UInt8(ascii: "<") { return "it is a web page" }
    return switch fault as? JSONReader.Fault {
    case .syntax(let reason, let offset): "\(reason) (at byte \(offset))"
    case .mismatch(let reason): reason
    case nil: "\(fault)"
    }
  }

  /// The elements of `data`.
  private struct Rows {
    var models: [Model] = []
    var skipped: [ProviderListing.SkippedRow] = []

    init(from reader: inout JSONReader) throws(JSONReader.Fault) {
      var index = 0
      var ids = Set<String>()
      var models: [Model] = []
      var skipped: [ProviderListing.SkippedRow] = []
      try reader.array { (reader) throws(JSONReader.Fault) in
        defer { index += 1 }
        let start = reader
        var row = OpenRouterRow()
        do throws(JSONReader.Fault) {
          try row.read(from: &reader)
          let model = try row.model()
          guard ids.insert(model.id).inserted else {
            throw .mismatch("an earlier row has the same id")
          }
          models.append(model)
        } catch .mismatch(let reason) {
          reader.rewind(to: start)
          try reader.skip()
          skipped.append(.init(row: index, id: row.shownID, reason: reason))
        }
      }
      self.models = models
      self.skipped = skipped
    }
  }
}
