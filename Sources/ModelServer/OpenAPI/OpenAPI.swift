import HTTPTypes
import ModelCatalog
import ModelRegistry

/// The OpenAPI description, generated from the router's table.
enum OpenAPI {
  /// Served as it is, without an envelope.
  static let answer: Answer = {
    let bytes = Array(document.encoded(.pretty)) + [UInt8(ascii: "\n")]
    return Answer(body: Body(bytes), tag: Digest(bytes).hexadecimal)
  }()

  static let document: JSONValue = [
    "openapi": "3.1.0",
    "info": [
      "title": "modeldex", "version": .text(Version.current),
      "description": .text(about),
    ],
    "servers": [["url": "/"]],
    "paths": .object(APIEndpoint.allCases.map { .init($0.path, path($0)) }),
    "components": ["schemas": .object(schemas)],
  ]

  /// The schemas that answers refer to by name.
  static let schemas: [JSONValue.Member] = [
    .init("Model", Schema.model), .init("Pricing", Schema.pricing),
    .init("Status", Schema.status), .init("OpenRouterStatus", Schema.openRouterStatus),
    .init("Statistics", Schema.statistics), .init("Refreshes", Schema.refreshes),
    .init("HistoryEntry", Schema.historyEntry), .init("Endpoint", Schema.endpoint),
  ]

  private static let about = """
    The models of the core list and of OpenRouter, kept fresh in the background. Prices are USD \
    per million tokens (per unit for request, image and webSearch); unknown values are null. \
    Listings leave out retired models.
    """

  private static func path(_ endpoint: APIEndpoint) -> JSONValue {
    let operations = endpoint.methods.map { method in
      JSONValue.Member(method.rawValue.lowercased(), operation(endpoint, method))
    }
    guard endpoint.hasID else { return .object(operations) }
    return .object([.init("parameters", [id])] + operations)
  }

  private static let id: JSONValue = [
    "name": "id", "in": "path", "required": true,
    "description": """
    A model's id, alias, canonical slug or former id; its slash may be sent as / or %2F. \
    The path names of other endpoints are not ids.
    """,
    "schema": [
      "type": "string", "minLength": 1, "maxLength": 256,
      "pattern": .text(#"^[^\x00-\x1f\x7f]+$"#),
    ],
    "example": "gpt-5.4",
  ]

  private static func operation(
    _ endpoint: APIEndpoint, _ method: HTTPRequest.Method
  ) -> JSONValue {
    let isHead = method == .head
    let parameters = endpoint.parameters.map { parameter -> JSONValue in
      [
        "name": .text(parameter.rawValue), "in": "query",
        "required": .flag(parameter == .ids || endpoint == .search && parameter == .q),
        "description": .text(parameter.description),
        "schema": parameter.schema,
      ]
    }
    return [
      "operationId": .text("\(endpoint)\(isHead ? "Head" : "")"),
      "summary": .text(isHead ? "The headers of GET" : endpoint.summary),
      "parameters": .list(parameters),
      "responses": .object(responses(of: endpoint, hasBody: !isHead)),
    ]
  }
}
