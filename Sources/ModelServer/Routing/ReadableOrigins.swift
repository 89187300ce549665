import HTTPTypes
import ModelCatalog

/// The origins whose pages may read the answers to `GET` (CORS); by default none.
package struct ReadableOrigins: Equatable, Sendable {
  /// Why a text is not an origin, as a sentence without a full stop.
  package struct Invalid: Error, Equatable {
    package let reason: String
  }

  private var origins: Set<String> = []
  private var isAny = false

  /// No page of another origin.
  package init() {}

  /// Reads origins like `https://app.example.org`, or `*` for all.
  package init(_ texts: [String]) throws(Invalid) {
    for text in texts {
      if text == "*" {
        isAny = true
      } else if text.wholeMatch(of: /https?:\/\/[A-Za-z0-9._\-\[\]:]+/) != nil {
        origins.insert(text.lowercased())
      } else {
        throw Invalid(
          reason: "“\(DisplayText.clean(text, limit: 80))” is not an origin: write it like "
            + "https://app.example.org, or * for all")
      }
    }
  }

  /// Adds to an answer what lets the page of that origin read it.
  func allow(_ origin: String?, in headers: inout HTTPFields) {
    guard isAny || !origins.isEmpty else { return }
    // A cache must not give the answer for one origin to another.
    if !isAny {
      headers[.vary] = [headers[.vary], "Origin"].compactMap(\.self).joined(separator: ", ")
    }
    guard let origin, allows(origin) else { return }
    headers[.accessControlAllowOrigin] = isAny ? "*" : origin
    headers[.accessControlExposeHeaders] = "ETag"
  }

  /// The answer to a browser that asks before a `GET` with headers of its own (a preflight); nil if
  /// it may not do that.
  func preflight(_ request: HTTPRequest) -> HTTPFields? {
    guard request.method == .options, let origin = request.headerFields[.origin], allows(origin),
      ["GET", "HEAD"].contains(request.headerFields[.accessControlRequestMethod])
    else { return nil }
    var headers: HTTPFields = [
      .accessControlAllowMethods: "GET, HEAD", .accessControlAllowHeaders: "If-None-Match",
      .accessControlMaxAge: "86400", .cacheControl: "no-store",
    ]
    allow(origin, in: &headers)
    return headers
  }

  private func allows(_ origin: String) -> Bool { isAny || origins.contains(origin.lowercased()) }
}
