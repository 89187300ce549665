import ModelCatalog

/// A view of the list that a person keeps under a name, in the browser's state file.
package struct KeptView: Hashable, Sendable {
  package var name: String
  /// In the query language; it may no longer be valid.
  package var query = ""
  /// The query name of a sort key, with `-` if reversed; nil for the best match or the newest first.
  package var sort: String?
  /// The names of the columns; nil for those that fit.
  package var columns: [String]?
  package var showsOpenRouter = true
  /// Whether it shows one row a model.
  package var isFolded = true

  package init(name: String) { self.name = name }
}

extension KeptView: Codable {
  /// Characters.
  private static let nameLimit = 200

  private enum Key: String, CodingKey {
    case name, query, sort, columns, showsOpenRouter, isFolded
  }

  /// A view without a name is an error; another member that is missing or invalid gets its default.
  package init(from decoder: any Decoder) throws {
    let values = try decoder.container(keyedBy: Key.self)
    self.init(
      name: DisplayText.clean(try values.decode(String.self, forKey: .name), limit: Self.nameLimit))
    guard !name.isEmpty else {
      throw DecodingError.dataCorruptedError(
        forKey: .name, in: values, debugDescription: "nothing legible")
    }
    func read<Value: Decodable>(_ key: Key, into value: inout Value) {
      if let found = try? values.decodeIfPresent(Value.self, forKey: key) { value = found }
    }
    read(.query, into: &query)
    sort = try? values.decodeIfPresent(String.self, forKey: .sort)
    columns = try? values.decodeIfPresent([String].self, forKey: .columns)
    read(.showsOpenRouter, into: &showsOpenRouter)
    read(.isFolded, into: &isFolded)
  }

  package func encode(to encoder: any Encoder) throws {
    var values = encoder.container(keyedBy: Key.self)
    try values.encode(name, forKey: .name)
    try values.encode(query, forKey: .query)
    try values.encodeIfPresent(sort, forKey: .sort)
    try values.encodeIfPresent(columns, forKey: .columns)
    try values.encode(showsOpenRouter, forKey: .showsOpenRouter)
    try values.encode(isFolded, forKey: .isFolded)
  }
}
