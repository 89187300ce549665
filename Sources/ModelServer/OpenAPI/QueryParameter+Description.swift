import ModelCatalog

extension QueryParameter {
  var description: String {
    switch self {
    case .format: "The shape of the answer: frontend groups ids by category"
    case .q: "What to look for, in the query language of modeldex list"
    case .limit: "At most so many results"
    case .asOf: "Answers as of then: a day means its last instant in UTC"
    case .since: "From when on; the last week without it"
    }
  }

  var schema: JSONValue {
    switch self {
    case .format: Schema.oneOf(["frontend"])
    case .q: ["type": "string", "minLength": 1, "maxLength": 1024, "pattern": "[^ ]"]
    case .limit:
      ["type": "integer", "minimum": 1, "maximum": .integer(QueryParameter.mostResults)]
    case .asOf, .since: ["type": "string", "anyOf": [["format": "date"], ["format": "date-time"]]]
    }
  }

  /// Why it may not be taken.
  var refusals: [ErrorCode] {
    switch self {
    case .format: [.unknownFormat]
    case .q: [.missingQuery, .repeatedQuery, .queryTooLong, .malformedQuery]
    case .limit: [.badLimit]
    case .asOf: [.badDate, .dateOutOfRange, .noHistory, .busy]
    case .since: [.badDate]
    }
  }
}
