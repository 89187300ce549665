package import Foundation
package import ModelCatalog

/// Reads the bodies of `GET /models/{id}/endpoints` and `GET /endpoints/zdr`.
package enum EndpointPayload {
  /// The endpoints of the model that was asked for, in upstream's order.
  ///
  /// A row that cannot be read costs that row alone. `received` is when upstream answered; the body of
  /// another modeldex says when that one was answered.
  package static func endpoints(
    from body: Data, of id: Model.ID, received: Date
  ) throws(ProviderError) -> ModelEndpoints {
    try endpoints(from: body, of: id, received: received, key: nil)
  }

  static func endpoints(
    from body: Data, of id: Model.ID, received: Date, key: APIKey?
  ) throws(ProviderError) -> ModelEndpoints {
    var answer = EndpointBody()
    var fetched: Date?
    try read(body, key: key) { (reader, name) throws(JSONReader.Fault) in
      switch name {
      case "data": try answer.read(from: &reader)
      case OpenRouterPayload.fetchedMember:
        fetched = try reader.lenientString().flatMap(OpenRouterPayload.date)
      default: try reader.skip()
      }
      return answer.rows != nil
    }
    return answer.endpoints(of: id, fetched: min(fetched ?? received, received))
  }

  /// The tags of the endpoints with zero data retention, by model.
  static func zeroRetention(
    from body: Data, key: APIKey? = nil
  ) throws(ProviderError) -> [Model.ID: Set<String>] {
    var tags: [Model.ID: Set<String>]?
    try read(body, key: key) { (reader, name) throws(JSONReader.Fault) in
      guard name == "data", try reader.peek() == .array else {
        try reader.skip()
        return tags != nil
      }
      var found: [Model.ID: Set<String>] = [:]
      var count = 0
      try reader.array { (reader) throws(JSONReader.Fault) in
        count += 1
        guard count <= ListingLimits.rows else { return try reader.leaveOut() }
        var (id, tag): (String?, String?)
        try reader.lenientObject { (reader, field) throws(JSONReader.Fault) in
          switch field {
          case "model_id": id = try reader.lenientText()
          case "tag": tag = try reader.lenientText()
          default: try reader.skip()
          }
        }
        if let id, let tag { found[id, default: []].insert(tag) }
      }
      tags = found
      return true
    }
    return tags ?? [:]
  }

  /// Calls `member` for each member of the body, which returns whether the body has what is wanted.
  private static func read(
    _ body: Data, key: APIKey?,
    _ member: (inout JSONReader, String) throws(JSONReader.Fault) -> Bool
  ) throws(ProviderError) {
    var reader = JSONReader([UInt8](body))
    var isComplete = false
    do throws(JSONReader.Fault) {
      guard try reader.peek() == .object else { throw .mismatch("it has no endpoints") }
      try reader.object { (reader, name) throws(JSONReader.Fault) in
        isComplete = try member(&reader, name)
      }
      try reader.end()
      guard isComplete else { throw .mismatch("it has no endpoints") }
    } catch {
      throw ErrorBody.rejection(body, without: key)
        ?? .malformed(OpenRouterPage.complaint(about: body, fault: error, without: key))
    }
  }
}

/// The member `data` of an answer, as far as it has been read.
private struct EndpointBody {
  private var id: String?
  private var model = Model(id: "", source: .openRouter, name: "", author: "")
  private(set) var rows: [EndpointRow]?
  private var leftOut = 0

  mutating func read(from reader: inout JSONReader) throws(JSONReader.Fault) {
    try reader.lenientObject { (reader, name) throws(JSONReader.Fault) in
      switch name {
      case "id": id = try reader.lenientText()
      case "architecture":
        try reader.lenientObject { (reader, name) throws(JSONReader.Fault) in
          guard name == "output_modalities" else { return try reader.skip() }
          model.outputModalities = (try reader.lenientStrings() ?? []).map(Modality.init)
        }
      case "endpoints" where try reader.peek() == .array: try readRows(from: &reader)
      default: try reader.skip()
      }
    }
  }

  private mutating func readRows(from reader: inout JSONReader) throws(JSONReader.Fault) {
    var rows: [EndpointRow] = []
    try reader.array { (reader) throws(JSONReader.Fault) in
      guard rows.count < ListingLimits.endpoints else {
        leftOut += 1
        return try reader.skip()
      }
      let start = reader
      do throws(JSONReader.Fault) {
        rows.append(try EndpointRow(from: &reader))
      } catch .mismatch {
        reader.rewind(to: start)
        try reader.skip()
        leftOut += 1
      }
    }
    self.rows = rows
  }

  func endpoints(of asked: Model.ID, fetched: Date) -> ModelEndpoints {
    var model = model
    model.id = asked
    let rows = rows ?? []
    let endpoints = rows.compactMap { $0.endpoint(of: model) }
    return ModelEndpoints(
      id: asked, endpoints: endpoints, fetched: fetched,
      answeredID: id.flatMap { $0 == asked ? nil : $0 },
      leftOut: leftOut + rows.count - endpoints.count)
  }
}
