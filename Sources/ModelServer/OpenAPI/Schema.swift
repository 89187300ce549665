import ModelCatalog

/// Parts of JSON Schema 2020-12, as OpenAPI 3.1 has it.
enum Schema {
  static let text = type("string")
  static let number = type("number")
  static let count: JSONValue = ["type": "integer", "minimum": 0]
  static let flag = type("boolean")
  static let date: JSONValue = ["type": "string", "format": "date-time"]
  static let day: JSONValue = ["type": "string", "format": "date"]
  static let null = type("null")

  static func type(_ name: String) -> JSONValue { ["type": .text(name)] }

  static func constant(_ value: JSONValue) -> JSONValue { ["const": value] }

  static func oneOf(_ texts: [String]) -> JSONValue {
    ["type": "string", "enum": JSONValue(texts)]
  }

  /// The schema, or null.
  static func optional(_ schema: JSONValue) -> JSONValue { ["anyOf": [schema, null]] }

  static func list(of schema: JSONValue) -> JSONValue { ["type": "array", "items": schema] }

  /// An object with arbitrary member names.
  static func map(to schema: JSONValue) -> JSONValue {
    ["type": "object", "additionalProperties": schema]
  }

  /// An object with these required members and optional others.
  static func object(
    _ members: [JSONValue.Member], optional: [JSONValue.Member] = []
  ) -> JSONValue {
    [
      "type": "object", "required": JSONValue(members.map(\.name)),
      "properties": .object(members + optional),
    ]
  }

  /// A schema of ``OpenAPI/schemas``.
  static func named(_ name: String) -> JSONValue {
    ["$ref": .text("#/components/schemas/\(name)")]
  }
}
