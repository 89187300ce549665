package import Foundation

/// Builds upstream's answers about the endpoints of a model, so that a test only states what it is
/// about.
package enum EndpointBody {
  /// One element of `endpoints`: without a discount and with a day of full service by default.
  package struct Row: Sendable {
    private var members: [(name: String, json: String)]

    package init(
      _ tag: String, input: String = "0.000001", output: String = "0.000002",
      context: Int = 128_000, parameters: [String] = ["tools"]
    ) {
      let names = parameters.map(ListingBody.Row.quoted).joined(separator: ",")
      members = [
        ("provider_name", ListingBody.Row.quoted(tag.prefix { $0 != "/" }.capitalized)),
        ("tag", ListingBody.Row.quoted(tag)), ("context_length", "\(context)"),
        ("pricing", #"{"prompt":"\#(input)","completion":"\#(output)","discount":0}"#),
        ("quantization", #""fp8""#), ("max_completion_tokens", "32000"),
        ("max_prompt_tokens", "null"), ("supported_parameters", "[\(names)]"), ("status", "0"),
        ("uptime_last_30m", "100"), ("uptime_last_1d", "99.5"), ("latency_last_30m", "null"),
        ("throughput_last_30m", "null"),
      ]
    }

    /// The row with a member set to JSON text; nil removes the member.
    package func with(_ name: String, _ json: String?) -> Row {
      var row = self
      row.members.removeAll { $0.name == name }
      if let json { row.members.append((name, json)) }
      return row
    }

    package var json: String {
      "{" + members.map { "\"\($0.name)\":\($0.json)" }.joined(separator: ",") + "}"
    }
  }

  package static func of(_ id: String, _ rows: [Row]) -> Data {
    ofJSON(id, rows.map(\.json))
  }

  /// An answer with arbitrary JSON elements.
  package static func ofJSON(_ id: String, _ elements: [String]) -> Data {
    Data(
      #"""
      {"data":{"id":\#(ListingBody.Row.quoted(id)),"architecture":{"output_modalities":["text"]},
      "endpoints":[\#(elements.joined(separator: ","))]}}
      """#.utf8)
  }

  /// The answers of all models, by id, as they were on 2026-08-22, from a file beside the project.
  package static func captured() throws -> [(id: String, body: Data)] {
    let path = Captures.directory.appending(path: "endpoints/all-20260822.json.gz").path
    let text = try Subprocess.run(["gzip", "-dc", path])
    let bodies = try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any] ?? [:]
    return try bodies.sorted { $0.key < $1.key }.map { id, body in
      (id, try JSONSerialization.data(withJSONObject: body))
    }
  }

  package static let areCaptured = FileManager.default.fileExists(
    atPath: Captures.directory.appending(path: "endpoints/all-20260822.json.gz").path)
}

extension Answer {
  package static func endpoints(_ id: String, _ rows: EndpointBody.Row...) -> Answer {
    .body(EndpointBody.of(id, rows))
  }
}
