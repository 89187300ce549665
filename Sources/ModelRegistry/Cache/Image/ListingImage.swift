import Foundation
import ModelCatalog

/// What was read from a saved body, in a form that is read in a third of the time.
///
/// The body stays the truth: an image that is not whole, or of another body, another reader or
/// another layout, is nil.
enum ListingImage {
  /// To be raised when the fields below, or those of a model, change.
  private static let layout = 1

  /// `received` is when upstream sent the body, by which its dates are judged.
  static func bytes(
    of listing: ProviderListing, received: Date, reader: ReaderVersion = .current
  ) -> [UInt8] {
    var writer = ImageWriter(reserving: listing.body.count)
    var key = Key(
      reader: reader.number, body: BodyDigest(listing.body).bits, received: received)
    var content = listing
    // A writer throws nothing.
    try? key.code(by: &writer)
    try? content.code(by: &writer)
    var digest = BodyDigest(writer.bytes).bits
    writer.code(&digest)
    return writer.bytes
  }

  /// `digest` is that of the body.
  static func listing(
    in bytes: [UInt8], of body: [UInt8], digest: BodyDigest, received: Date,
    reader: ReaderVersion = .current
  ) -> ProviderListing? {
    guard bytes.count > 8 else { return nil }
    let content = bytes.dropLast(8)
    var last = ImageReader(bytes.suffix(8))
    var rows = ImageReader(content)
    var written = 0
    var key = Key()
    var listing = ProviderListing(models: [], body: body)
    do throws(ImageFault) {
      try last.code(&written)
      guard written == BodyDigest(content).bits else { return nil }
      try key.code(by: &rows)
      guard
        key == Key(reader: reader.number, body: digest.bits, received: key.received),
        // The note has the date in milliseconds.
        abs(key.received.timeIntervalSince(received)) < 1
      else { return nil }
      try listing.code(by: &rows)
    } catch {
      return nil
    }
    return rows.isAtEnd ? listing : nil
  }

  /// What an image is of.
  private struct Key: Equatable {
    var layout = ListingImage.layout
    var reader = 0
    var body = 0
    var received = Date.distantPast

    mutating func code(by coder: inout some ImageCoder) throws(ImageFault) {
      try coder.code(&layout)
      try coder.code(&reader)
      try coder.code(&body)
      try coder.code(&received)
    }
  }
}

extension ProviderListing {
  /// All but the body.
  fileprivate mutating func code(by coder: inout some ImageCoder) throws(ImageFault) {
    try coder.code(&models, Model(id: "", source: .openRouter, name: "", author: "")) {
      (coder, model) throws(ImageFault) in
      try coder.code(&model)
    }
    try coder.code(&skipped, SkippedRow(row: 0, id: nil, reason: "")) {
      (coder, skipped) throws(ImageFault) in
      try coder.code(&skipped.row)
      try coder.code(&skipped.id)
      try coder.code(&skipped.reason)
    }
    try coder.code(&fetched, .distantPast) { (coder, date) throws(ImageFault) in
      try coder.code(&date)
    }
    try coder.code(&omissions.unreadableRows)
    try coder.code(&omissions.unreadablePrices)
    try coder.code(&omissions.rowsOverLimit)
    try coder.code(&omissions.valuesOverLimit)
  }
}
