package import Foundation

/// Rows of upstream's list with hostile text wherever upstream has text.
extension HostileText {
  /// The id of the row whose id is harmless.
  package static let harmlessID = "acme/hostile"

  /// The text in every field but the id; then in the id, and in the id's author.
  ///
  /// `id` is the first row's: several texts make one list with an id for each.
  package func rows(id: String = HostileText.harmlessID) -> [ListingBody.Row] {
    let quoted = ListingBody.Row.quoted(text)
    let whole = ListingBody.Row(id)
      .with("name", quoted).with("description", quoted).with("canonical_slug", quoted)
      .with("hugging_face_id", quoted).with("knowledge_cutoff", quoted)
      .with("expiration_date", quoted).with("alias_target", "{\"slug\":\(quoted)}")
      .with("supported_voices", "[\(quoted),\"alloy\"]")
      .with("supported_parameters", "[\"tools\",\(quoted),\"temperature\"]")
      .with("default_parameters", "{\(quoted):0.5,\"temperature\":1}")
      .with(
        "reasoning", "{\"supported_efforts\":[\"low\",\(quoted)],\"default_effort\":\(quoted)}"
      )
      .with(
        "architecture",
        """
        {"input_modalities":["text",\(quoted)],"output_modalities":["text",\(quoted)],\
        "tokenizer":\(quoted),"instruct_type":\(quoted)}
        """
      )
      .with(
        "benchmarks",
        """
        {"design_arena":[{"arena":\(quoted),"category":\(quoted),"elo":1000,"rank":1}],\
        \(quoted):{\(quoted):1}}
        """
      )
      .with("pricing", "{\"prompt\":\"0.000001\",\"completion\":\(quoted),\(quoted):\"1\"}")
      .with("a member that nobody knows", "{\(quoted):\(quoted)}")
    let modality = ListingBody.Row.quoted("text+\(text)->text+\(text)")
    return [
      whole,
      ListingBody.Row("\(id)/\(text)").with("architecture", "{\"modality\":\(modality)}"),
      ListingBody.Row("\(text)/model").with("name", quoted),
    ]
  }

  /// The body of an answer that is no list, as upstream words it.
  package var errorBody: Data {
    Data("{\"error\":{\"code\":503,\"message\":\(ListingBody.Row.quoted(text))}}".utf8)
  }

  /// A list of these rows alone.
  package var body: Data { ListingBody.of(rows()) }

  /// One list with all but the longest texts; the first rows have the ids `acme/hostile-0`, `-1`, ….
  package static let wholeBody = ListingBody.of(
    all.filter { $0.text.utf8.count < 500 }.enumerated().flatMap {
      $1.rows(id: "\(harmlessID)-\($0)")
    })

  /// All the short ones in one text, without NUL: fit for an argument or an environment.
  package static let joined = all.map(\.text).filter { $0.utf8.count < 200 }
    .joined(separator: " ")
    .replacing("\0", with: "")
}
