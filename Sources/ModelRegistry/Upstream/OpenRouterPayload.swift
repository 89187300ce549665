package import Foundation
import ModelCatalog

/// Reads the body of `GET /models` into models.
package enum OpenRouterPayload {
  /// The models in upstream's order and what had to be left out of them.
  ///
  /// A row that cannot be read costs that row alone; of rows with one id the first is kept. A listing
  /// date more than a week after `received` is unknown. Throws ``ProviderError/malformed(_:)`` if the
  /// body is not JSON or has no `data` array, ``ProviderError/rejected(status:message:retryAfter:)``
  /// if it has an error instead, and ``ProviderError/Refusal/incomplete(_:)`` if it is a part of a
  /// list.
  package static func listing(
    from body: some Collection<UInt8>, received: Date = .distantFuture
  ) throws(ProviderError) -> ProviderListing {
    let page = try OpenRouterPage([UInt8](body), received: received)
    if let reason = page.incompleteness { throw .refused(.incomplete(reason)) }
    return page.listing
  }
}

extension OpenRouterPayload {
  /// The member of a list in which a modeldex says when its list was fetched from OpenRouter; others
  /// ignore it.
  static let fetchedMember = "fetched_at"

  private static let style = Date.ISO8601FormatStyle(includingFractionalSeconds: true)

  static func text(_ date: Date) -> String { style.format(date) }

  /// Nil for what is no date, or before there was OpenRouter.
  static func date(_ text: String) -> Date? {
    guard text.utf8.count <= 64, let date = try? style.parse(text),
      date.timeIntervalSince1970 > Model.earliestListing
    else { return nil }
    return date
  }
}

/// One answer to `GET /models`: a whole list, or a part of one with a link to the next.
struct OpenRouterPage {
  let listing: ProviderListing
  /// Elements of `data`, readable or not.
  let rowCount: Int
  /// How many rows the whole list has, if it says so.
  let total: Int?
  /// Address of the next part, perhaps a relative one.
  let next: String?
  /// The bytes of `data` between its brackets.
  private let rows: Range<Int>

  /// `key` is removed from what upstream says of an error.
  init(_ body: [UInt8], received: Date, key: APIKey? = nil) throws(ProviderError) {
    var reader = JSONReader(body)
    var found: OpenRouterRows?
    var total: Int?
    var next: String?
    var fetched: Date?
    do throws(JSONReader.Fault) {
      guard try reader.peek() == .object else { throw .mismatch("it has no `data` array") }
      try reader.object { (reader, name) throws(JSONReader.Fault) in
        switch name {
        case "data" where try reader.peek() == .array:
          found = try OpenRouterRows(from: &reader, received: received)
        case "total_count": total = try reader.lenientInt()
        case OpenRouterPayload.fetchedMember:
          fetched = try reader.lenientString().flatMap(OpenRouterPayload.date)
        case "links":
          try reader.lenientObject { (reader, name) throws(JSONReader.Fault) in
            guard name == "next" else { return try reader.skip() }
            next = try reader.lenientString()
          }
        default: try reader.skip()
        }
      }
      try reader.end()
      guard found != nil else { throw .mismatch("it has no `data` array") }
    } catch .cancelled {
      throw .unreachable("cancelled")
    } catch {
      let data = Data(body)
      throw ErrorBody.rejection(data, without: key)
        ?? .malformed(Self.complaint(about: data, fault: error, without: key))
    }
    guard let found else { throw .malformed("it has no `data` array") }
    var listing = ProviderListing(
      models: found.models, body: body, skipped: found.skipped, omissions: found.omissions)
    listing.fetched = fetched
    self.listing = listing
    rowCount = found.count
    rows = found.range
    self.total = total
    self.next = next.flatMap { $0.isEmpty || $0.utf8.count > ListingLimits.address ? nil : $0 }
  }

  /// Why this is not a whole list, in a few words; nil if it is one.
  var incompleteness: String? {
    if let total, rowCount < total { return "\(rowCount) of \(total) rows" }
    return next == nil ? nil : "\(rowCount) rows, and there is a next page"
  }

  /// The list that several pages make, as one body.
  static func joined(_ pages: [OpenRouterPage]) -> [UInt8] {
    var body = [UInt8](#"{"data":["#.utf8)
    for (index, page) in pages.filter({ $0.rowCount > 0 }).enumerated() {
      if index > 0 { body.append(UInt8(ascii: ",")) }
      body += page.listing.body[page.rows]
    }
    let total = pages.compactMap(\.total).max().map { #","total_count":\#($0)"# } ?? ""
    let fetched =
      pages.compactMap(\.listing.fetched).min()
      .map { #","\#(OpenRouterPayload.fetchedMember)":"\#(OpenRouterPayload.text($0))""# } ?? ""
    body += #"]\#(total)\#(fetched),"links":{"next":null}}"#.utf8
    return body
  }

  static func complaint(
    about body: Data, fault: JSONReader.Fault, without key: APIKey?
  ) -> String {
    if let kind = BodyKind(body, without: key) { return kind.sentence }
    return switch fault {
    case .syntax(let reason, let offset): "\(reason) (at byte \(offset))"
    case .mismatch(let reason): reason
    case .cancelled: "cancelled"
    }
  }
}
