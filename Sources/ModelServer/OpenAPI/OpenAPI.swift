import ModelCatalog
import ModelRegistry

/// The description of the API, made from the router's own table.
enum OpenAPI {
  /// Served as it is, without an envelope.
  static let answer: Answer = {
    let bytes = Array(document.json(.pretty)) + [UInt8(ascii: "\n")]
    return Answer(body: Body(bytes), tag: Digest(bytes).hexadecimal)
  }()

  static let document: JSONValue = [
    "openapi": "3.1.0",
    "info": ["title": "modeldex", "version": .text(Version.current)],
  ]
}
