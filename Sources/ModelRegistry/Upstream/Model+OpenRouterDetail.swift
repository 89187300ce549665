import ModelCatalog

extension Model.Reasoning {
  /// Nil for null and anything else that is no object.
  init?(from reader: inout JSONReader) throws(JSONReader.Fault) {
    guard try reader.peek() == .object else {
      try reader.skip()
      return nil
    }
    var isMandatory = false
    var efforts: [String] = []
    var defaultEffort: String?
    var isDefault: Bool?
    try reader.object { (reader, field) throws(JSONReader.Fault) in
      switch field {
      case "mandatory": isMandatory = try reader.lenientBoolean() ?? false
      case "supported_efforts": efforts = try reader.lenientStrings() ?? []
      case "default_effort": defaultEffort = try reader.lenientText()
      case "default_enabled": isDefault = try reader.lenientBoolean()
      default: try reader.skip()
      }
    }
    self.init(
      isMandatory: isMandatory, efforts: Self.fromLeastToMost(efforts),
      defaultEffort: defaultEffort, isDefault: isDefault)
  }

  private static let scale = ["none", "minimal", "low", "medium", "high", "xhigh", "max"]

  /// Upstream names the greatest first; names that it adds later go to the end.
  private static func fromLeastToMost(_ efforts: [String]) -> [String] {
    scale.filter(efforts.contains) + efforts.filter { !scale.contains($0) }
  }
}

extension Model.Benchmarks {
  private static let scores: Set = ["intelligence_index", "coding_index", "agentic_index"]

  /// Nil if there is no score in it.
  init?(from reader: inout JSONReader) throws(JSONReader.Fault) {
    self.init(intelligence: nil, coding: nil, agentic: nil)
    var arenas: [Arena] = []
    var scores: [String: Double] = [:]
    try reader.lenientObject { (reader, field) throws(JSONReader.Fault) in
      switch field {
      case "artificial_analysis":
        try reader.lenientObject { (reader, field) throws(JSONReader.Fault) in
          guard Self.scores.contains(field) else { return try reader.skip() }
          scores[field] = try reader.lenientDouble()
        }
      case "design_arena" where try reader.peek() == .array:
        try reader.array { (reader) throws(JSONReader.Fault) in
          guard arenas.count < ListingLimits.elements else { return try reader.leaveOut() }
          if let arena = try Arena(from: &reader) { arenas.append(arena) }
        }
      default: try reader.skip()
      }
    }
    intelligence = scores["intelligence_index"]
    coding = scores["coding_index"]
    agentic = scores["agentic_index"]
    self.arenas = arenas
    guard intelligence != nil || coding != nil || agentic != nil || !arenas.isEmpty else {
      return nil
    }
  }
}

extension Model.Benchmarks.Arena {
  /// Nil if it does not say what it is about.
  init?(from reader: inout JSONReader) throws(JSONReader.Fault) {
    var arena: String?
    var category: String?
    var elo: Double?
    var rank: Int?
    try reader.lenientObject { (reader, field) throws(JSONReader.Fault) in
      switch field {
      case "arena": arena = try reader.lenientText()
      case "category": category = try reader.lenientText()
      case "elo": elo = try reader.lenientDouble()
      case "rank": rank = try reader.lenientInt()
      default: try reader.skip()
      }
    }
    guard let arena, let category else { return nil }
    self.init(arena: arena, category: category, elo: elo, rank: rank)
  }
}
