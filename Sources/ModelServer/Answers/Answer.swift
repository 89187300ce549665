import HTTPTypes

/// What a request is answered with, before headers and compression are settled.
struct Answer: Sendable {
  var status = HTTPResponse.Status.ok
  var body: Body
  /// What is inside the quotation marks of a weak ETag; nil for what is new at every request.
  var tag: String?
}
