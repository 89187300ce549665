import ModelCatalog

extension QueryParameter {
  var description: String {
    switch self {
    case .format: "The format of the answer: frontend groups ids by category"
    case .q: "A query in the language of modeldex list"
    case .limit: "Maximum number of results"
    case .asOf: "Answer as of that date; a day means its end in UTC"
    case .since: "Start of the period (default: 7 days ago)"
    case .ids: "The ids of at most \(QueryParameter.maxIDs) models, separated by commas"
    case .workload: "One month of work, whose cost is added to each model: \(Workload.example)"
    }
  }

  var schema: JSONValue {
    switch self {
    case .format: Schema.oneOf(["frontend"])
    case .q: ["type": "string", "minLength": 1, "maxLength": 1024, "pattern": "[^ ]"]
    case .limit:
      ["type": "integer", "minimum": 1, "maximum": .integer(QueryParameter.maxResults)]
    case .workload: ["type": "string", "minLength": 1, "maxLength": 1024, "pattern": "[^ ]"]
    case .ids: ["type": "string", "minLength": 1, "maxLength": 8192]
    case .asOf, .since: ["type": "string", "anyOf": [["format": "date"], ["format": "date-time"]]]
    }
  }

  /// The errors that it can cause.
  var errorCodes: [ErrorCode] {
    switch self {
    case .format: [.unknownFormat]
    case .q: [.missingQuery, .repeatedQuery, .queryTooLong, .malformedQuery]
    case .limit: [.badLimit]
    case .asOf: [.badDate, .dateOutOfRange, .noHistory, .busy]
    case .since: [.badDate]
    case .workload: [.badWorkload]
    case .ids: [.badIDs]
    }
  }
}
