import Foundation
import ModelCatalog

/// The elements of upstream's `data`.
struct OpenRouterRows {
  private(set) var models: [Model] = []
  private(set) var skipped: [ProviderListing.SkippedRow] = []
  /// Prices that are there and cannot be read.
  private(set) var unreadable = 0
  /// Elements, readable or not.
  private(set) var count = 0
  /// The bytes between the brackets.
  let range: Range<Int>

  init(from reader: inout JSONReader, received: Date) throws(JSONReader.Fault) {
    var ids = Set<String>()
    var models: [Model] = []
    var skipped: [ProviderListing.SkippedRow] = []
    var (unreadable, count) = (0, 0)
    _ = try reader.peek()
    let start = reader.offset + 1
    try reader.array { (reader) throws(JSONReader.Fault) in
      defer { count += 1 }
      let start = reader
      var row = OpenRouterRow()
      do throws(JSONReader.Fault) {
        try row.read(from: &reader)
        let model = try row.model(received: received)
        guard ids.insert(model.id).inserted else {
          throw .mismatch("an earlier row has the same id")
        }
        models.append(model)
        unreadable += row.unreadable
      } catch .mismatch(let reason) {
        reader.rewind(to: start)
        try reader.skip()
        skipped.append(.init(row: count, id: row.shownID, reason: reason))
      }
    }
    range = start..<reader.offset - 1
    self.models = models
    self.skipped = skipped
    self.unreadable = unreadable
    self.count = count
  }
}
