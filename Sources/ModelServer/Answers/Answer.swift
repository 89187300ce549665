import HTTPTypes

/// The content of a response, before headers and compression.
struct Answer: Sendable {
  var status = HTTPResponse.Status.ok
  var body: Body
  var mediaType = "application/json"
  /// The opaque part of a weak ETag; nil if the answer is not cacheable.
  var tag: String?
}
