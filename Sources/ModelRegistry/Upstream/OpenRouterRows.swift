import Foundation
import ModelCatalog

/// The elements of upstream's `data`.
struct OpenRouterRows {
  private(set) var models: [Model] = []
  /// The first ``ListingLimits/reasons`` rows that could not be read.
  private(set) var skipped: [ProviderListing.SkippedRow] = []
  private(set) var omissions = ListingOmissions()
  /// Elements, readable or not.
  private(set) var count = 0
  /// The bytes between the brackets.
  let range: Range<Int>

  init(from reader: inout JSONReader, received: Date) throws(JSONReader.Fault) {
    var ids = Set<String>()
    var models: [Model] = []
    var skipped: [ProviderListing.SkippedRow] = []
    var omissions = ListingOmissions()
    var count = 0
    _ = try reader.peek()
    let start = reader.offset + 1
    try reader.array { (reader) throws(JSONReader.Fault) in
      defer { count += 1 }
      if Task.isCancelled { throw .cancelled }
      guard count < ListingLimits.rows else {
        try reader.skip()
        return omissions.rowsOverLimit += 1
      }
      let start = reader
      var row = OpenRouterRow()
      do throws(JSONReader.Fault) {
        try row.read(from: &reader)
        let model = try row.model(received: received)
        guard ids.insert(model.id).inserted else {
          throw .mismatch("an earlier row has the same id")
        }
        models.append(model)
        omissions.unreadablePrices += row.unreadable
      } catch .mismatch(let reason) {
        reader.rewind(to: start)
        try reader.skip()
        omissions.unreadableRows += 1
        guard skipped.count < ListingLimits.reasons else { return }
        skipped.append(.init(row: count, id: row.shownID, reason: reason))
      }
    }
    range = start..<reader.offset - 1
    self.models = models
    self.skipped = skipped
    omissions.valuesOverLimit = reader.leftOut
    self.omissions = omissions
    self.count = count
  }
}
