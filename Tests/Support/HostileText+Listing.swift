package import Foundation

/// Rows of upstream's list with hostile text in every text field.
extension HostileText {
  /// The id of the row with a harmless id.
  package static let harmlessID = "acme/hostile"

  /// A row with the text in every field except the id; then rows with it in the id, and in the id's
  /// author.
  ///
  /// `id` is the first row's, so that one list can contain several texts.
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

  /// An error body in upstream's format.
  package var errorBody: Data {
    Data("{\"error\":{\"code\":503,\"message\":\(ListingBody.Row.quoted(text))}}".utf8)
  }

  /// A list of only these rows.
  package var body: Data { ListingBody.of(rows()) }

  /// One list with all texts except the longest; the first rows have the ids `acme/hostile-0`,
  /// `-1`, ….
  package static let wholeBody = ListingBody.of(
    all.filter { $0.text.utf8.count < 500 }.enumerated().flatMap {
      $1.rows(id: "\(harmlessID)-\($0)")
    })

  /// All short texts in one, without NUL, for an argument or an environment variable.
  package static let joined = all.map(\.text).filter { $0.utf8.count < 200 }
    .joined(separator: " ")
    .replacing("\0", with: "")
}
